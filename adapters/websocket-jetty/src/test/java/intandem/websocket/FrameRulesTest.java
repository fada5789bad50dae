package intandem.websocket;

import static intandem.websocket.RawPeer.BINARY;
import static intandem.websocket.RawPeer.CLOSE;
import static intandem.websocket.RawPeer.CONTINUATION;
import static intandem.websocket.RawPeer.FIN;
import static intandem.websocket.RawPeer.PING;
import static intandem.websocket.RawPeer.PONG;
import static intandem.websocket.RawPeer.RSV1;
import static intandem.websocket.RawPeer.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.RecordedLink;
import intandem.domain.port.Link;
import intandem.domain.port.Link.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameRulesTest {
  private static final int PROTOCOL_ERROR = 1002;
  private static final int UNSUPPORTED_DATA = 1003;
  private static final int INVALID_PAYLOAD = 1007;
  private static final int TOO_BIG = 1009;
  private static final byte[] HI = {'h', 'i'};

  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());
  private final RecordedLink events = new RecordedLink(() -> {});
  private RawPeer peer;
  private Link link;

  @BeforeEach
  void connect() {
    var ear = network.acceptor(ListenerRules.local()).listen(0, address -> events);
    peer = new RawPeer(ear.port()).upgrade();
    link = events.awaitOpened();
  }

  @AfterEach
  void close() {
    peer.close();
    network.close();
  }

  @Test
  void fragments_become_one_frame() {
    peer.frame(TEXT, "a").frame(CONTINUATION, "").frame(FIN | CONTINUATION, "b");
    assertEquals("ab", events.awaitReceived());
  }

  @Test
  void a_code_point_may_be_split_between_fragments() {
    peer.frame(TEXT, new byte[] {(byte) 0xe2, (byte) 0x82}).frame(FIN, new byte[] {(byte) 0xac});
    assertEquals("\u20ac", events.awaitReceived());
  }

  @Test
  void sixteen_fragments_are_received() {
    fragments(16);
    assertEquals("x".repeat(16), events.awaitReceived());
  }

  @Test
  void a_seventeenth_fragment_ends_the_link() {
    fragments(17);
    assertEnded(TOO_BIG, Ending.TOO_LARGE);
  }

  @Test
  void the_count_of_fragments_starts_anew_with_each_message() {
    fragments(16);
    fragments(16);
    events.awaitReceived();
    assertEquals("x".repeat(16), events.awaitReceived());
  }

  @Test
  void a_frame_of_exactly_the_limit_is_received() {
    peer.frame(FIN | TEXT, "x".repeat(65_536));
    assertEquals("x".repeat(65_536), events.awaitReceived());
  }

  @Test
  void fragments_of_exactly_the_limit_together_are_received() {
    peer.frame(TEXT, "x".repeat(65_000)).frame(FIN | CONTINUATION, "x".repeat(536));
    assertEquals("x".repeat(65_536), events.awaitReceived());
  }

  @Test
  void a_frame_above_the_limit_ends_the_link() {
    peer.frame(FIN | TEXT, "x".repeat(65_537));
    assertEnded(TOO_BIG, Ending.TOO_LARGE);
  }

  @Test
  void fragments_above_the_limit_together_end_the_link() {
    peer.frame(TEXT, "x".repeat(65_000)).frame(FIN | CONTINUATION, "x".repeat(537));
    assertEnded(TOO_BIG, Ending.TOO_LARGE);
  }

  @Test
  void a_binary_frame_ends_the_link() {
    peer.frame(FIN | BINARY, HI);
    assertEnded(UNSUPPORTED_DATA, Ending.BROKEN);
  }

  @Test
  void bytes_that_are_no_utf_8_end_the_link() {
    peer.frame(FIN | TEXT, new byte[] {'a', (byte) 0xc3, 'b'});
    assertEnded(INVALID_PAYLOAD, Ending.BROKEN);
  }

  @Test
  void a_lone_surrogate_ends_the_link() {
    peer.frame(FIN | TEXT, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    assertEnded(INVALID_PAYLOAD, Ending.BROKEN);
  }

  @Test
  void a_reserved_bit_ends_the_link() {
    peer.frame(FIN | RSV1 | TEXT, HI);
    assertEnded(PROTOCOL_ERROR, Ending.BROKEN);
  }

  @Test
  void an_unmasked_frame_ends_the_link() {
    peer.unmaskedFrame(FIN | TEXT, HI);
    assertEnded(PROTOCOL_ERROR, Ending.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {FIN | CONTINUATION, FIN | 3, FIN | 11, PING})
  void a_frame_out_of_order_or_unknown_ends_the_link(int firstByte) {
    peer.frame(firstByte, HI);
    assertEnded(PROTOCOL_ERROR, Ending.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1004, 1006, 1015, 5000})
  void a_close_code_that_none_may_send_ends_the_link(int code) {
    peer.frame(FIN | CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    assertEnded(PROTOCOL_ERROR, Ending.BROKEN);
  }

  @Test
  void a_proper_close_is_answered_in_kind() {
    peer.frame(FIN | CLOSE, new byte[] {1000 >> 8, (byte) 1000});
    assertEnded(1000, Ending.CLOSED);
  }

  @Test
  void a_connection_that_just_ends_is_a_broken_link() {
    peer.close();
    assertEquals(Ending.BROKEN, events.awaitClosed());
  }

  @Test
  void what_comes_after_this_side_has_ended_the_link_is_not_delivered() {
    link.close();
    assertEquals(CLOSE, peer.read().opcode());
    peer.frame(FIN | TEXT, "late").frame(FIN | CLOSE, new byte[] {1000 >> 8, (byte) 1000});
    assertEquals(Ending.CLOSED, events.awaitClosed());
  }

  @Test
  void a_ping_is_answered_with_what_it_carried() {
    peer.frame(FIN | PING, HI);
    assertEquals(new RawPeer.Received(PONG, "hi"), peer.read());
  }

  private void fragments(int count) {
    peer.frame(count == 1 ? FIN | TEXT : TEXT, "x");
    for (int i = 2; i <= count; i++) {
      peer.frame(i == count ? FIN | CONTINUATION : CONTINUATION, "x");
    }
  }

  private void assertEnded(int code, Ending ending) {
    RawPeer.Received last = peer.read();
    assertEquals(CLOSE, last.opcode());
    assertEquals(code, last.closeCode());
    assertEquals(ending, events.awaitClosed());
  }
}
