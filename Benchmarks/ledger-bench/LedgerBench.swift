import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanPage
import DragomanText
import Foundation

/// Measures a ledger of many articles: seeded variations of the samples, with claims made directly.
///
///     ledger-bench FILE COUNT SAMPLES    makes the ledger FILE of COUNT articles; prints one line of JSON
///
/// Every article is added as `dragoman add` adds it, in a transaction that is on disk before the next begins.
@main struct LedgerBench {
    /// Articles in one figure of the course.
    private static let portion = 1000

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[2]) else {
            return print("ledger-bench FILE COUNT SAMPLES")
        }
        var press = try MadePress(samples: arguments[3], seed: 2024)
        let ledger = try Ledger(path: arguments[1], access: .writing)
        let clock = ContinuousClock()
        var course: [Double] = []
        var clocked: [Double] = []
        var spent = Duration.zero
        var before = ThisProcess.processorTime
        for number in 0..<count {
            let report = press.next(number)
            spent += try clock.measure {
                _ = try ledger.add(
                    capture: report.capture, article: report.article, claims: report.claims,
                    at: Date(timeIntervalSince1970: TimeInterval(1_700_000_000 + number)))
            }
            if (number + 1) % portion == 0 {
                // Processor time, which other programs on the machine change less than the clock.
                let now = ThisProcess.processorTime
                course.append((now - before) / Double(Self.portion) * 1000)
                clocked.append(spent / .milliseconds(Self.portion))
                (before, spent) = (now, .zero)
                FileHandle.standardError.write(
                    Data(
                        "\(number + 1) articles: \(course.last ?? 0) ms each, \(clocked.last ?? 0) by the clock\n".utf8)
                )
            }
        }
        let reader = try Ledger(path: arguments[1], access: .reading)
        let deals = try times { _ = try reader.deals(DealFilter(), limit: 50) }
        let filtered = try times { _ = try reader.deals(DealFilter(party: press.makers[0]), limit: 50) }
        let searches = try press.queries.flatMap { query in try times { _ = try reader.search(query) } }
        let counts = try reader.counts()
        let size = try FileManager.default.attributesOfItem(atPath: arguments[1])[.size] as? Int ?? 0
        let tenth = max(1, course.count / 10)
        let result = Result(
            articles: counts.articles, claims: counts.claims, deals: counts.deals, course: course, clocked: clocked,
            first: Self.median(Array(course.prefix(tenth))), last: Self.median(Array(course.suffix(tenth))),
            listMedian: Self.median(deals), listMost: deals.max() ?? 0, partyMedian: Self.median(filtered),
            searchMedian: Self.median(searches), searchMost: searches.max() ?? 0,
            memory: ThisProcess.peakMemory, bytes: size / max(1, counts.articles),
            textBytes: press.bytes / max(1, count))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
    }

    private struct Result: Encodable {
        var articles, claims, deals: Int
        /// Milliseconds of processor time for one article, making it included, and milliseconds by the clock for adding it; in portions
        /// of a thousand.
        var course, clocked: [Double]
        /// The medians of the first and last tenth of the course.
        var first, last: Double
        /// Milliseconds.
        var listMedian, listMost, partyMedian, searchMedian, searchMost: Double
        /// Peak of this process, in MiB.
        var memory: Double
        /// Of the file, and of the captures alone, for one article.
        var bytes, textBytes: Int
    }

    /// Milliseconds of ten runs.
    private static func times(_ work: () throws -> Void) rethrows -> [Double] {
        let clock = ContinuousClock()
        return try (0..<10).map { _ in try clock.measure(work) / .milliseconds(1) }
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}

/// What the system says of this process.
enum ThisProcess {
    /// Seconds of processor time, in the program and in the system for it.
    static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The most memory it ever had, in MiB.
    static var peakMemory: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
