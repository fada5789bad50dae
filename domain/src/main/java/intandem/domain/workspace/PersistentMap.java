package intandem.domain.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An immutable map whose copies share structure: a hash trie of 32-way branches (Bagwell, Ideal
 * Hash Trees, 2001). Reading and adding cost the same at ten and at a million entries.
 */
public final class PersistentMap<K, V> {
  private static final int BITS = 5;

  private final Node<K, V> root;
  private final int size;

  private PersistentMap(Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** The map without entries. */
  public static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(new Branch<>(0), 0);
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** The value of the key. */
  public Optional<V> get(K key) {
    return root.get(key, spread(key), 0);
  }

  /** This map with that value for the key, in place of an earlier one. */
  public PersistentMap<K, V> with(K key, V value) {
    int grown = get(key).isPresent() ? size : size + 1;
    return new PersistentMap<>(root.with(new Leaf<>(spread(key), key, value), 0), grown);
  }

  /** Visits every entry, in an order that depends on the keys' hashes alone. */
  public void forEach(BiConsumer<K, V> visitor) {
    root.forEach(visitor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersistentMap<?, ?> map && size == map.size && holds(map);
  }

  private boolean holds(PersistentMap<?, ?> other) {
    List<Boolean> found = new ArrayList<>();
    other.forEach((key, value) -> found.add(contains(key, value)));
    return !found.contains(false);
  }

  @SuppressWarnings("unchecked")
  private boolean contains(Object key, Object value) {
    return get((K) key).filter(value::equals).isPresent();
  }

  @Override
  public int hashCode() {
    int[] sum = {0};
    forEach((key, value) -> sum[0] += key.hashCode() ^ value.hashCode());
    return sum[0];
  }

  @Override
  public String toString() {
    return "PersistentMap[" + size + "]";
  }

  private static int spread(Object key) {
    int hash = key.hashCode() * 0x9e3779b9;
    return hash ^ hash >>> 15;
  }

  private sealed interface Node<K, V> {
    Optional<V> get(K key, int hash, int shift);

    Node<K, V> with(Leaf<K, V> leaf, int shift);

    void forEach(BiConsumer<K, V> visitor);
  }

  private record Leaf<K, V>(int hash, K key, V value) implements Node<K, V> {
    @Override
    public Optional<V> get(K wanted, int wantedHash, int shift) {
      return key.equals(wanted) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
      if (key.equals(leaf.key)) {
        return leaf;
      }
      if (hash == leaf.hash) {
        return new Clash<>(List.of(this, leaf));
      }
      return new Branch<K, V>(0).with(this, shift).with(leaf, shift);
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      visitor.accept(key, value);
    }
  }

  /** Different keys of one hash. */
  private record Clash<K, V>(List<Leaf<K, V>> leaves) implements Node<K, V> {
    @Override
    public Optional<V> get(K key, int hash, int shift) {
      return leaves.stream().filter(leaf -> leaf.key.equals(key)).findFirst().map(Leaf::value);
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
      int hash = leaves.getFirst().hash;
      if (hash != leaf.hash) {
        int bit = 1 << (hash >>> shift & 31);
        return new Branch<>(bit, this).with(leaf, shift);
      }
      List<Leaf<K, V>> kept = new ArrayList<>(leaves);
      kept.removeIf(old -> old.key.equals(leaf.key));
      kept.add(leaf);
      return new Clash<>(List.copyOf(kept));
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      leaves.forEach(leaf -> leaf.forEach(visitor));
    }
  }

  /** Nodes in the order of the bits that are set, one for each. */
  private static final class Branch<K, V> implements Node<K, V> {
    private final int bitmap;
    private final Node<K, V>[] nodes;

    @SafeVarargs
    @SuppressWarnings("varargs")
    private Branch(int bitmap, Node<K, V>... nodes) {
      this.bitmap = bitmap;
      this.nodes = nodes;
    }

    @Override
    public Optional<V> get(K key, int hash, int shift) {
      int bit = 1 << (hash >>> shift & 31);
      return (bitmap & bit) == 0
          ? Optional.empty()
          : nodes[position(bit)].get(key, hash, shift + BITS);
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
      int bit = 1 << (leaf.hash >>> shift & 31);
      int position = position(bit);
      if ((bitmap & bit) != 0) {
        Node<K, V>[] copy = nodes.clone();
        copy[position] = nodes[position].with(leaf, shift + BITS);
        return new Branch<>(bitmap, copy);
      }
      Node<K, V>[] grown = Arrays.copyOf(nodes, nodes.length + 1);
      System.arraycopy(nodes, position, grown, position + 1, nodes.length - position);
      grown[position] = leaf;
      return new Branch<>(bitmap | bit, grown);
    }

    private int position(int bit) {
      return Integer.bitCount(bitmap & bit - 1);
    }

    @Override
    public void forEach(BiConsumer<K, V> visitor) {
      for (Node<K, V> node : nodes) {
        node.forEach(visitor);
      }
    }
  }
}
