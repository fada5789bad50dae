package intandem.app;

import static intandem.app.RawGuest.BINARY;
import static intandem.app.RawGuest.CONTINUATION;
import static intandem.app.RawGuest.FIN;
import static intandem.app.RawGuest.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that is sent what no session sends: it ends that link and serves all others. */
class HubUnderFireTest {
  private static final int LIMIT = 65_536;

  private final Desktop desktop;
  private final Person ada;
  private final InviteCode code;
  private final int port;

  HubUnderFireTest(@TempDir Path directory) throws InterruptedException {
    desktop = new Desktop(directory, "Ada");
    ada = desktop.session("a");
    code = ada.creates("demo").invitation().code();
    port = HubPort.of(directory.resolve("home"));
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  enum Shot {
    TOO_LARGE {
      @Override
      void at(RawGuest guest) throws IOException {
        guest.text("x".repeat(LIMIT + 1));
      }
    },
    BYTES {
      @Override
      void at(RawGuest guest) throws IOException {
        guest.frame(FIN | BINARY, new byte[] {1, 2, 3});
      }
    },
    NO_UTF_8 {
      @Override
      void at(RawGuest guest) throws IOException {
        guest.frame(FIN | TEXT, new byte[] {'{', (byte) 0xff, '}'});
      }
    },
    SEVENTEEN_FRAGMENTS {
      @Override
      void at(RawGuest guest) throws IOException {
        guest.frame(TEXT, new byte[] {'{'});
        for (int i = 2; i <= 17; i++) {
          guest.frame(CONTINUATION, new byte[] {' '});
        }
      }
    };

    abstract void at(RawGuest guest) throws IOException;
  }

  private void assertServing() throws InterruptedException {
    Person bob = desktop.session("b");
    assertInstanceOf(Answer.Entered.class, bob.joins(code));
    ada.says("still here");
    assertEquals(List.of("Ada: still here"), bob.reads(1));
  }

  @ParameterizedTest
  @EnumSource
  void a_broken_frame_ends_its_link_and_nothing_else(Shot shot) throws Exception {
    try (RawGuest guest = new RawGuest(port)) {
      shot.at(guest);
      guest.lastWords();
    }
    assertServing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"k\":\"join.open\",\"v\":1,\"nJ\":\"AAAA\"}",
        "{\"k\":\"auth.ok\"}",
        "{\"k\":\"relay\",\"channel\":1,\"frame\":{\"k\":\"join.open\",\"v\":1,\"nJ\":\"AAAA\"}}"
      })
  void five_texts_that_are_no_frames_end_the_link_with_a_reason(String text) throws Exception {
    try (RawGuest guest = new RawGuest(port)) {
      for (int i = 0; i < 5; i++) {
        guest.text(text);
      }
      String last = guest.lastWords();
      assertTrue(last.contains("goodbye") && last.contains("malformed"), last);
    }
  }

  @Test
  void a_text_of_exactly_the_limit_is_read_before_it_is_judged() throws Exception {
    try (RawGuest guest = new RawGuest(port)) {
      for (int i = 0; i < 5; i++) {
        guest.text("[".repeat(LIMIT));
      }
      assertTrue(guest.lastWords().contains("malformed"));
    }
    assertServing();
  }
}
