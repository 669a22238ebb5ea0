/// A small set of label strings with numbers; 0 is the empty label.
struct LabelSet {
    private(set) var names: [String] = [""]
    /// The labels as JSON string literals, quotes and all.
    private(set) var literals: [[UInt8]] = [[0x22, 0x22]]
    private var numbers: [String: Int] = ["": 0]

    /// The number of a label, which is added where it is new.
    mutating func add(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        var literal: [UInt8] = []
        JSONText.append(Array(name.utf8), to: &literal)
        literals.append(literal)
        return names.count - 1
    }

    /// The number of a label, nil where it is not there.
    func number(_ name: String) -> Int? { numbers[name] }
}
