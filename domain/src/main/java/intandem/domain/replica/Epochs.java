package intandem.domain.replica;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The secrets of all epochs, as far as the log and one's own keys give them: later ones are
 * unwrapped from the entry that starts them, earlier ones unwound from their successor.
 */
public final class Epochs {
  private static final int SECRET_SIZE = 32;

  private final Sealer sealer;
  private final Identity identity;
  private final List<Started> started = new ArrayList<>();
  private final Map<Epoch, Secret> secrets = new HashMap<>();
  private final Map<Use, Secret> keys = new HashMap<>();

  private record Started(Epoch epoch, EpochKeys keys) {}

  private record Use(String label, Epoch epoch, MemberId sender) {}

  Epochs(Sealer sealer, Identity identity) {
    this.sealer = sealer;
    this.identity = identity;
    secrets.put(identity.first().epoch(), identity.first().secret());
  }

  /** Takes in an epoch that an entry of the log starts. */
  void start(Epoch epoch, EpochKeys keys) {
    started.add(new Started(epoch, keys));
    unwrap(epoch, keys).ifPresent(secret -> secrets.put(epoch, secret));
  }

  private Optional<Secret> unwrap(Epoch epoch, EpochKeys keys) {
    Bytes info = wrapInfo(identity.workspace(), epoch, identity.member());
    return keys.wraps().stream()
        .filter(wrap -> wrap.to().equals(identity.member()))
        .findFirst()
        .flatMap(wrap -> sealer.unwrap(identity.seal(), wrap.wrapped(), info))
        .map(bytes -> Secret.of(bytes.toArray()))
        .filter(
            secret ->
                confirm(sealer, identity.workspace(), new Known(epoch, secret))
                    .equals(keys.confirm()));
  }

  /** The secret of an epoch; empty if it was never meant for this member. */
  public Optional<Secret> secret(Epoch epoch) {
    Optional<Secret> known = Optional.ofNullable(secrets.get(epoch));
    return known.isPresent() ? known : unwind(epoch);
  }

  /** Goes back from the end, and keeps what it finds: there may be thousands. */
  private Optional<Secret> unwind(Epoch epoch) {
    boolean there = false;
    for (int i = started.size() - 1; i > 0 && !there; i--) {
      Epoch earlier = started.get(i - 1).epoch();
      if (!secrets.containsKey(earlier)) {
        unwind(started.get(i), earlier);
      }
      there = earlier.equals(epoch);
    }
    return Optional.ofNullable(secrets.get(epoch));
  }

  private void unwind(Started next, Epoch earlier) {
    Optional.ofNullable(secrets.get(next.epoch()))
        .flatMap(later -> predecessor(later, next.keys()))
        .ifPresent(secret -> secrets.put(earlier, secret));
  }

  private Optional<Secret> predecessor(Secret later, EpochKeys keys) {
    return sealer
        .open(previousKey(sealer, identity.workspace(), later), keys.previous(), Bytes.EMPTY)
        .filter(bytes -> bytes.size() == SECRET_SIZE)
        .map(bytes -> Secret.of(bytes.toArray()));
  }

  /** The key under which one member seals bodies in an epoch. */
  Optional<Secret> sealingKey(Epoch epoch, MemberId sender) {
    return key(new Use("intandem/v1/enc", epoch, sender));
  }

  /** The key with which one member authenticates envelopes in an epoch. */
  Optional<Secret> macKey(Epoch epoch, MemberId sender) {
    return key(new Use("intandem/v1/mac", epoch, sender));
  }

  private Optional<Secret> key(Use use) {
    Optional<Secret> cached = Optional.ofNullable(keys.get(use));
    if (cached.isPresent()) {
      return cached;
    }
    Bytes info =
        about(Lv.of(use.label()), identity.workspace(), use.epoch())
            .add(use.sender().value())
            .bytes();
    Optional<Secret> derived =
        secret(use.epoch()).map(secret -> derive(sealer, identity.workspace(), secret, info));
    derived.ifPresent(key -> keys.put(use, key));
    return derived;
  }

  /** The keys of the epoch that follows the current one: the first as founded, others random. */
  EpochKeys next(Workspace workspace, Collection<Holder> to, RandomGenerator entropy) {
    Epoch current = workspace.reign().epoch();
    Known fresh =
        identity.first().epoch().equals(current.next())
            ? identity.first()
            : new Known(current.next(), Secret.random(entropy, SECRET_SIZE));
    return wrap(sealer, identity.workspace(), fresh, to, secret(current));
  }

  /** A new epoch's secret, wrapped to every member, with its predecessor inside. */
  public static EpochKeys wrap(
      Sealer sealer,
      WorkspaceId workspace,
      Known fresh,
      Collection<Holder> to,
      Optional<Secret> last) {
    Bytes secret = Bytes.of(fresh.secret().expose());
    List<KeyWrap> wraps =
        to.stream()
            .map(
                holder ->
                    new KeyWrap(
                        holder.member(),
                        sealer.wrap(
                            holder.sealKey(),
                            secret,
                            wrapInfo(workspace, fresh.epoch(), holder.member()))))
            .toList();
    Secret key = previousKey(sealer, workspace, fresh.secret());
    Bytes previous =
        last.map(s -> sealer.seal(key, Bytes.of(s.expose()), Bytes.EMPTY)).orElse(Bytes.EMPTY);
    return new EpochKeys(wraps, confirm(sealer, workspace, fresh), previous);
  }

  /** Everyone whose membership has not ended. */
  public static List<Holder> holders(Workspace workspace) {
    return workspace.roster().members().stream()
        .filter(Member::active)
        .map(member -> new Holder(member.id(), member.keys().seal()))
        .toList();
  }

  /** Someone who is to hold an epoch's secret. */
  record Holder(MemberId member, Bytes sealKey) {}

  private static Bytes wrapInfo(WorkspaceId workspace, Epoch epoch, MemberId to) {
    return about(Lv.of("intandem/v1/epoch"), workspace, epoch).add(to.value()).bytes();
  }

  private static Bytes confirm(Sealer sealer, WorkspaceId workspace, Known known) {
    Bytes info = Bytes.utf8("intandem/v1/epoch-confirm");
    Lv about = about(Lv.of("intandem/v1/epoch-confirm"), workspace, known.epoch());
    return sealer.mac(derive(sealer, workspace, known.secret(), info), about.bytes());
  }

  private static Secret previousKey(Sealer sealer, WorkspaceId workspace, Secret secret) {
    return derive(sealer, workspace, secret, Bytes.utf8("intandem/v1/epoch-previous"));
  }

  private static Secret derive(Sealer sealer, WorkspaceId workspace, Secret secret, Bytes info) {
    return sealer.derive(secret, Hash.of(Bytes.utf8(workspace.value())).value(), info);
  }

  private static Lv about(Lv parts, WorkspaceId workspace, Epoch epoch) {
    return parts.add(workspace.value()).add(epoch.term()).add(epoch.number());
  }
}
