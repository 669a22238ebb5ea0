/// Endings of the cases in Russian, Ukrainian, Belarusian and Serbian that add two letters to a name; those of one letter pass
/// as a slip of the pen.
enum Declension {
    private static let endings: [[UInt32]] = ["ом", "ем", "ём", "ым", "им", "ой", "ей", "ою", "єм", "ам"].map {
        $0.unicodeScalars.map(\.value)
    }
    /// Letters that must be left.
    private static let shortest = 3

    /// Where the letters of a word without its ending stand; nil where it is not Cyrillic or has no such ending.
    static func stem(_ letters: ArraySlice<UInt32>, _ script: Script) -> Range<Int>? {
        guard script == .cyrillic, letters.count >= shortest + 2 else { return nil }
        let (last, before) = (letters[letters.endIndex - 1], letters[letters.endIndex - 2])
        guard endings.contains(where: { $0[0] == before && $0[1] == last }) else { return nil }
        return letters.startIndex..<letters.endIndex - 2
    }
}
