package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.asked;
import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberToolsTest {

  @Test
  void create_shows_the_code_alone_on_its_line() {
    var tandem =
        FakeTandem.answering(
            new Answer.Created(Mails.briefing(), Mails.invitation(0), new Reach.Local()));
    assertEquals(
        """
        Workspace "demo" (WWWWWWWWWWWWWWWWWWWWWWWWWW)
        You are Ada
        Invite code:
        VPA6KW
        It works for 1 h 0 min, until 13:00:00 UTC.
        To hand on: "Join my InTandem workspace with the code VPA6KW."
        It works on this machine only: no tunnel is open.\
        """,
        call(tandem, "intandem_create", Map.of()).text());
  }

  @Test
  void create_shows_the_code_with_the_address_for_other_machines_and_who_sees_what() {
    var address = new Endpoint("quiet-river.trycloudflare.com", 443);
    var open = new Reach.Open(Carrier.CLOUDFLARED, address, true);
    var tandem =
        FakeTandem.answering(new Answer.Created(Mails.briefing(), Mails.invitation(0), open));
    var text = call(tandem, "intandem_create", Map.of()).text();
    assertTrue(text.contains("\nVPA6KW@quiet-river.trycloudflare.com\n"), text);
    assertTrue(
        text.endsWith(
            "\nTunnel: cloudflared; it works from any machine. Cloudflare sees who connects, when,"
                + " and how much; no text, name or key."),
        text);
  }

  @Test
  void create_takes_the_directory_for_a_name_and_five_seats() {
    assertEquals(new Ask.Create("proj", 5), asked("intandem_create", Map.of()));
  }

  @Test
  void create_takes_what_it_is_given() {
    assertEquals(
        new Ask.Create("x", 2), asked("intandem_create", Map.of("name", " x ", "max_peers", 2)));
  }

  @Test
  void join_shows_who_is_there_and_what_was_said() {
    var tandem = FakeTandem.answering(new Answer.Entered(Mails.briefing(Mails.fromBob(3, "Hi"))));
    var text = call(tandem, "intandem_join", Map.of("code", "VPA6KW")).text();
    assertTrue(text.contains("You are Ada\n"), text);
    assertTrue(
        text.contains(
            "- Bob: away since 11:58:30, cannot be woken: reads with its next InTandem call; says"
                + " it has \"git, psql\""),
        text);
    assertTrue(text.contains("#3 finding from Bob"), text);
    assertTrue(text.contains("│ Hi"), text);
  }

  @Test
  void an_unread_message_is_shown_once_and_not_in_the_history_too() {
    var message = Mails.fromBob(3, "Hi");
    var tandem =
        FakeTandem.answering(new Answer.Entered(Mails.briefing(message)))
            .unread(Mails.letters(message));
    var text = call(tandem, "intandem_rejoin", Map.of()).text();
    assertEquals(text.indexOf("│ Hi"), text.lastIndexOf("│ Hi"), text);
  }

  @Test
  void a_code_that_cannot_be_read_is_refused_without_asking() {
    var tandem = FakeTandem.answering();
    var result = call(tandem, "intandem_join", Map.of("code", "VPA6K0"));
    assertTrue(result.isError());
    assertTrue(tandem.asked.isEmpty());
  }

  @Test
  void rejoin_goes_where_it_is_told() {
    var given =
        Map.of("workspace", Mails.ID.value().toLowerCase(Locale.ROOT), "host", "example.org:8443");
    var at = new Ask.Where.At(new Endpoint("example.org", 8443));
    assertEquals(
        new Ask.Rejoin(new Ask.Which.Known(Mails.ID), at), asked("intandem_rejoin", given));
  }

  @Test
  void leave_sums_up() {
    var summary = new Answer.Summary(Duration.ofMinutes(65), List.of("Bob", "Eve"), 1, 4, 3, 1, 2);
    var tandem = FakeTandem.answering(new Answer.Left(summary, true));
    assertEquals(
        """
        Left after 1 h 5 min with Bob and Eve: 1 message sent, 4 received; 3 tasks claimed, 1 done.
        2 changes not sent yet, kept for the return.
        intandem_rejoin returns without a code.\
        """,
        call(tandem, "intandem_leave", Map.of()).text());
  }

  @Test
  void a_leave_of_which_the_others_do_not_know_says_that_the_seat_is_kept() {
    var summary = new Answer.Summary(Duration.ofMinutes(1), List.of(), 0, 0, 0, 0, 0);
    var tandem = FakeTandem.answering(new Answer.Left(summary, false));
    var text = call(tandem, "intandem_leave", Map.of()).text();
    assertTrue(text.contains("\nThe others could not be told: its seat"), text);
  }

  @Test
  void peers_say_how_this_session_is_connected() {
    var tandem = FakeTandem.answering(new Answer.Present(Mails.briefing()));
    var text = call(tandem, "intandem_peers", Map.of()).text();
    assertTrue(text.contains("This session is the hub.\nPeers (times in UTC):\n- Bob"), text);
  }

  @Test
  void peers_of_a_session_without_a_hub_are_as_they_were_last_heard_of() {
    var lost = Mails.briefing(Answer.Connection.OFFLINE);
    var tandem = FakeTandem.answering(new Answer.Present(lost));
    var text = call(tandem, "intandem_peers", Map.of()).text();
    assertTrue(text.contains("\nPeers, as last heard (times in UTC):\n- Bob"), text);
  }

  @Test
  void invite_counts_the_wrong_codes() {
    var tandem = FakeTandem.answering(new Answer.Invited(Mails.invitation(1), new Reach.Local()));
    var text = call(tandem, "intandem_invite", Map.of("action", "show")).text();
    assertTrue(text.contains("\nVPA6KW\n") && text.contains("1 wrong code tried"), text);
  }

  @Test
  void invite_removes_the_peer_that_is_named() {
    var tandem = FakeTandem.answering(new Answer.Removed("Bob", true));
    var text = call(tandem, "intandem_invite", Map.of("action", "remove", "peer", "Bob")).text();
    assertTrue(tandem.asked.getFirst() instanceof Ask.Remove remove && remove.name().equals("Bob"));
    assertTrue(text.startsWith("Bob is removed."), text);
  }

  @Test
  void invite_takes_a_peer_for_a_removal_only() {
    var tandem = FakeTandem.answering(new Answer.Uninvited());
    assertTrue(call(tandem, "intandem_invite", Map.of("action", "remove")).isError());
    assertTrue(
        call(tandem, "intandem_invite", Map.of("action", "revoke", "peer", "Bob")).isError());
  }
}
