import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman changes`
enum ChangesCommand: Action {
    private static let limit = Option(
        "limit", "the most changes", value: "N", kind: .integer(1...100_000), fallback: "200")
    private static let sentences = Option(
        "sentences", "tell the weightiest in so many sentences, with numbered sources", value: "N",
        kind: .integer(1...100))
    private static let since = Option(
        "since", "from this day on: a date, today, yesterday, or a weekday, which is the last one before today",
        value: "DATE")

    static let definition = Command(
        name: "changes",
        summary: "Say what changed since a day: deals that are new, that got on, that were reported again",
        discussion: [
            "What counts is the day articles were published. A deal that got on says which stage it had before."
        ],
        examples: [
            Example("dragoman changes --since 2024-05-20", "all that changed since that day"),
            Example("dragoman changes --since monday --sentences 3", "the week in three sentences"),
            Example("dragoman changes --since 2024-05 --kind supply --json", "supplies alone, for programs"),
        ],
        options: [since] + DealQuery.optionsWithoutSince + [sentences, limit, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let word = invocation.value(since) else {
            throw DragomanError(
                .usage, "A040", "it is not said since when", advice: "Give a day: dragoman changes --since 2024-05-20.")
        }
        let day = try Self.day(word, today: context.now())
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let news = try NewsSince(
            of: ledger, since: day, DealQuery.filter(invocation, of: ledger, in: context),
            limit: invocation.integer(limit) ?? 200)
        let paper = Paper(invocation, in: context)
        if let count = invocation.integer(sentences) {
            try paper.print(news.summary(count))
        } else {
            try paper.print(news)
        }
        return news.changes.isEmpty ? .nothingFound : .done
    }

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The day a word means.
    ///
    /// - Throws: `DragomanError` A041 for a word that means none.
    static func day(_ word: String, today: Date) throws -> CoarseDate {
        if let date = CoarseDate(iso: word) { return date }
        let number = Int((today.timeIntervalSince1970 / 86_400).rounded(.down))
        let known = ["today", "yesterday"] + weekdays
        switch word.lowercased() {
        case "today": return CoarseDate(dayNumber: number)
        case "yesterday": return CoarseDate(dayNumber: number - 1)
        case let name:
            guard let wanted = weekdays.firstIndex(of: name), let now = CoarseDate(dayNumber: number).weekday else {
                throw DragomanError(
                    .usage, "A041", "'\(word)' is no day",
                    advice: nearest(to: name, in: known).map { "Did you mean \($0)?" }
                        ?? "Give a date such as 2024-05-20, today, yesterday or a weekday.")
            }
            return CoarseDate(dayNumber: number - ((now - wanted + 6) % 7 + 1))
        }
    }
}
