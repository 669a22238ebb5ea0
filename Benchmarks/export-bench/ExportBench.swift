import DragomanCapture
import DragomanClaims
import DragomanExport
import DragomanLedger
import DragomanPage
import DragomanText
import Foundation

/// Makes a ledger of many deals, and measures the memory of writing them out.
///
///     export-bench make FILE COUNT       makes the ledger FILE of COUNT deals, a hundred an article
///     export-bench write FILE FORMAT     writes them to standard output; rows, seconds and peak memory to standard error
@main struct ExportBench {
    /// Deals that one made article tells of.
    private static let portion = 100

    static func main() throws {
        let words = CommandLine.arguments
        switch (words.dropFirst().first, words.count) {
        case ("make", 4): try make(words[2], Int(words[3]) ?? 0)
        case ("write", 4): try write(words[2], ExportFormat(rawValue: words[3]) ?? .jsonl)
        default: print("export-bench make FILE COUNT | write FILE FORMAT")
        }
    }

    private static func make(_ path: String, _ count: Int) throws {
        let ledger = try Ledger(path: path, access: .writing)
        for number in stride(from: 0, to: count, by: portion) {
            var text = Array("Orders of week \(number)".utf8)
            var blocks = [Block(kind: .headline, range: 0..<text.count)]
            var claims: [Claim] = []
            for deal in number..<min(number + portion, count) {
                text += [0x0A, 0x0A]
                let start = text.count
                text += Array(
                    "Maker\(deal) has signed a contract to deliver \(deal % 900 + 100) buses to Port\(deal).".utf8)
                blocks.append(Block(kind: .paragraph, range: start..<text.count))
                claims.append(
                    Claim(
                        kind: .supply, stage: .signed, actor: ["Maker\(deal)"], counterpart: ["Buyer\(deal)"],
                        place: ["Port\(deal)"], goods: [Goods(type: "bus")],
                        quantity: Quantity(n: Double(deal % 900 + 100), unit: "vehicles"), evidence: start..<text.count,
                        rule: "made/made.rules:1", undertaking: deal - number))
            }
            var article = Article(text: text, blocks: blocks)
            article.outlet = "Outlet \(number / portion % 40)"
            article.published = CoarseDate(dayNumber: 19_000 + number / portion)
            try ledger.add(
                capture: Capture(source: "made-\(number).txt", bytes: text), article: article, claims: claims,
                at: Date(timeIntervalSince1970: 1_700_000_000))
        }
        print(try ledger.counts().deals)
    }

    private static func write(_ path: String, _ format: ExportFormat) throws {
        let ledger = try Ledger(path: path, access: .reading)
        var rows = 0
        let clock = ContinuousClock()
        let time = try clock.measure {
            try ledger.atOneMoment {
                try format.write(
                    ExportHeading(title: "Deals", time: 1_700_000_000),
                    rows: { body in
                        rows = 0
                        try ledger.eachDeal { deal in
                            rows += 1
                            try body(ExportRow(deal))
                        }
                    }, to: { FileHandle.standardOutput.write(Data($0.utf8)) })
            }
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let line =
            "{\"rows\": \(rows), \"seconds\": \(time / .seconds(1)), \"mib\": \(Double(usage.ru_maxrss) / 1024)}\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
