extension Sequence where Element: Hashable {
    /// The elements, each where it comes first.
    public var inOrderOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
