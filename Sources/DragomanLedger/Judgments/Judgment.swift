/// One judgment as it stands in the ledger.
struct Judgment: Equatable {
    /// Its number: 1 for the first.
    var number: Int
}
