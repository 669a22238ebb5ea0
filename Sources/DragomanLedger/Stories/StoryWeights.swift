// Made by Scripts/learn-stories.py; not to be edited by hand.

/// What two articles have in common, weighed as learned from stories.
enum StoryWeights {
    /// Words, names, numbers, opening words, constant: whether two articles may belong together.
    static let first: [Float] = [2.4446, 4.4883, 4.8640, 8.0104, -5.0891]
    /// Words, numbers, opening words, words and names that set the group's articles apart, constant.
    static let second: [Float] = [-1.0515, 4.2988, 7.5543, 7.8067, 6.1010, -3.4616]
    /// In a group of fewer articles too little sets them apart: what the first model says counts too, alone in one of two.
    static let few = 6
    /// From which chance on two articles are linked, and a group is looked at as a whole.
    static let link: Float = 0.3
    /// From which mean chance on groups are joined in the first step.
    static let loose: Float = 0.15
    /// From which mean chance on groups are one story.
    static let story: Float = 0.55
}
