package intandem.domain.workspace;

import intandem.domain.id.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All memberships, in the order of joining; ended ones stay, so that ids are never reused. */
public record Roster(List<Member> members) {
  public Roster {
    members = List.copyOf(members);
  }

  /** The member with that id, whatever its standing. */
  public Optional<Member> find(MemberId id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** Those who take part. */
  public Stream<Member> seated() {
    return members.stream().filter(Member::seated);
  }

  /** Whether that one is a member and takes part. */
  public boolean seated(MemberId id) {
    return find(id).filter(Member::seated).isPresent();
  }

  /** Ids of all whose membership has not ended: those who hold every epoch's secret. */
  public Set<MemberId> active() {
    return members.stream().filter(Member::active).map(Member::id).collect(Collectors.toSet());
  }

  Roster with(Member added) {
    List<Member> grown = new ArrayList<>(members);
    grown.add(added);
    return new Roster(grown);
  }

  Roster change(MemberId id, UnaryOperator<Member> change) {
    return changeAll(member -> member.id().equals(id) ? change.apply(member) : member);
  }

  Roster changeAll(UnaryOperator<Member> change) {
    return new Roster(members.stream().map(change).toList());
  }
}
