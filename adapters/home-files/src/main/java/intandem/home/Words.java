package intandem.home;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names made of two words: 4,096 of them. */
final class Words {
  static final List<String> FIRST =
      List.of(
          "Amber",
          "Ancient",
          "Autumn",
          "Bold",
          "Brave",
          "Bright",
          "Calm",
          "Clever",
          "Copper",
          "Coral",
          "Cosmic",
          "Crimson",
          "Curious",
          "Daring",
          "Dawn",
          "Eager",
          "Early",
          "Emerald",
          "Fabled",
          "Fearless",
          "Gentle",
          "Gilded",
          "Golden",
          "Happy",
          "Hidden",
          "Honest",
          "Indigo",
          "Ivory",
          "Jolly",
          "Keen",
          "Kind",
          "Lively",
          "Lucid",
          "Lucky",
          "Lunar",
          "Mellow",
          "Merry",
          "Mighty",
          "Misty",
          "Nimble",
          "Noble",
          "Northern",
          "Olive",
          "Patient",
          "Placid",
          "Polar",
          "Quick",
          "Quiet",
          "Radiant",
          "Rapid",
          "Royal",
          "Rustic",
          "Scarlet",
          "Serene",
          "Silent",
          "Silver",
          "Solar",
          "Steady",
          "Sunny",
          "Swift",
          "Velvet",
          "Vivid",
          "Wandering",
          "Witty");

  static final List<String> SECOND =
      List.of(
          "Badger", "Beacon", "Birch", "Bison", "Breeze", "Brook", "Canyon", "Cedar", "Comet",
          "Condor", "Crane", "Delta", "Dolphin", "Eagle", "Ember", "Falcon", "Fern", "Finch",
          "Fjord", "Forest", "Garnet", "Geyser", "Glacier", "Grove", "Harbor", "Hawk", "Heron",
          "Island", "Ibis", "Juniper", "Kestrel", "Lagoon", "Lantern", "Lark", "Lichen", "Lynx",
          "Maple", "Marten", "Meadow", "Meteor", "Moose", "Nebula", "Oak", "Orca", "Otter", "Owl",
          "Panda", "Pebble", "Pine", "Planet", "Quartz", "Raven", "Reef", "River", "Robin",
          "Salmon", "Sparrow", "Summit", "Thistle", "Tundra", "Valley", "Walrus", "Willow", "Wolf");

  private Words() {}

  /** A name, each as likely as any other. */
  static String name(RandomGenerator entropy) {
    return FIRST.get(entropy.nextInt(FIRST.size())) + SECOND.get(entropy.nextInt(SECOND.size()));
  }
}
