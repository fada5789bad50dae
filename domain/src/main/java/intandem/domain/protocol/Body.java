package intandem.domain.protocol;

import java.util.List;

/** The sealed part of an {@link Envelope}. */
public sealed interface Body extends Wire {
  /** The body of acts that have none. */
  record None() implements Body {}

  /** The workspace's name. */
  record WorkspaceName(String name) implements Body {}

  /** How a member presents itself: the name it asked for, what it can do, how it is woken. */
  record Profile(String name, List<String> capabilities, Waking waking) implements Body {
    public Profile {
      capabilities = List.copyOf(capabilities);
    }

    /** Of a member that cannot be woken. */
    public Profile(String name, List<String> capabilities) {
      this(name, capabilities, Waking.NONE);
    }

    /** The same, but woken like that. */
    public Profile woken(Waking changed) {
      return new Profile(name, capabilities, changed);
    }
  }

  /** Where a member can be reached, best first. */
  record Addresses(List<String> urls) implements Body {
    public Addresses {
      urls = List.copyOf(urls);
    }
  }

  /** What an {@link Act.Message} says. */
  sealed interface Message extends Body {
    /** The word for its kind. */
    String kind();

    /** What its author wrote or shows. */
    String text();
  }

  /**
   * A message in words.
   *
   * @param replyTo index of the entry it answers, or 0
   * @param hop how many messages led to this one without a human in between
   */
  record Text(MessageType type, String text, long replyTo, int hop) implements Message {
    @Override
    public String kind() {
      return type.word();
    }
  }

  /**
   * Lines of a file, or a snippet.
   *
   * @param path relative to the project, or empty for a snippet
   * @param from number of its first line
   * @param total lines of the whole file
   * @param note what its author says about it, perhaps nothing
   */
  record Code(String path, long from, long total, String language, String text, String note)
      implements Message {
    @Override
    public String kind() {
      return "code";
    }
  }

  /** The texts of the tasks that {@link Act.AddTasks} adds, in its order. */
  record Tasks(List<TaskText> texts) implements Body {
    public Tasks {
      texts = List.copyOf(texts);
    }
  }

  /** The texts of a task. */
  record TaskText(String title, String description, Priority priority) {}

  /** New texts of a task: only those that change. */
  record TaskNews(List<News> news) implements Body {
    public TaskNews {
      news = List.copyOf(news);
    }
  }

  /** One text of a task that changes. */
  sealed interface News {
    /** Its title. */
    record Title(String text) implements News {}

    /** Its description. */
    record Description(String text) implements News {}

    /** What came of it. */
    record Result(String text) implements News {}

    /** Its priority. */
    record Urgency(Priority priority) implements News {}
  }

  /** A variable. */
  record Variable(String name, String value) implements Body {}

  /**
   * Something found out about a service.
   *
   * @param count how often it was seen, from 1
   * @param task the task it belongs to, or empty
   */
  record Finding(
      String service,
      Severity severity,
      String summary,
      String category,
      long count,
      List<String> patterns,
      String recommendation,
      String task)
      implements Body {
    public Finding {
      patterns = List.copyOf(patterns);
    }
  }
}
