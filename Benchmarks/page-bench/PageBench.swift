import DragomanCapture
import DragomanPage
import Glibc

/// Measures the reading of pages.
///
///     page-bench batch < requests.jsonl     answers as `dragoman page --batch`, and at the end one line of figures
///     page-bench scale FILE                 time of a page once, twice, four and eight times as long
///     page-bench hostile                    the longest time of made pages of one megabyte
@main struct PageBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "batch": batch()
        case "scale" where arguments.count == 2: try scale(arguments[1])
        case "hostile": hostile()
        default: print("page-bench batch < requests.jsonl | page-bench scale FILE | page-bench hostile")
        }
    }

    private static func batch() {
        let batch = PageBatch()
        var pages = 0
        let start = cpuSeconds()
        while let line = readLine() {
            guard let answer = batch.answer(to: Array(line.utf8)[...]) else { continue }
            pages += 1
            answer.withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        }
        let text = "\(pages) pages \(cpuSeconds() - start) s CPU, peak \(peakMiB()) MiB\n"
        Array(text.utf8).withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Repeats what stands between the page's body tags.
    private static func scale(_ path: String) throws {
        let page = try CaptureReader().read(path).bytes
        let reader = ArticleReader()
        var unit = page
        for times in [1, 2, 4, 8] {
            if times > 1 { unit += unit }
            let capture = Capture(source: "a.html", bytes: unit)
            var best = Double.infinity
            for _ in 0..<5 {
                let start = cpuSeconds()
                _ = reader.page(in: capture)
                best = min(best, cpuSeconds() - start)
            }
            print("\(times)x \(unit.count) bytes \(best * 1000) ms")
        }
    }

    private static func hostile() {
        let units = [
            "<div>", "<b>", "<a href=x>", "<p>x", "<table><tr><td>", "x</xyz>", "&amp;", "&#x41;", "<li>",
            "<div class='a b c d e f'>", "<h1>a</h1>", "<br>", "<a>By Ann</a>", "<time datetime='2020-01-01'>x</time>",
            "<meta name=author content='Ann Writer'>", "<script type='application/ld+json'>{}</script>",
            "<p>1 May 2020</p>",
            "<ul><li><a>x</a></li></ul>", "<span>Next Article</span>", "<!--", "<svg><g>", "A. ", "- ", "<div>word ",
        ]
        let reader = ArticleReader()
        var worst = (seconds: 0.0, unit: "")
        for unit in units {
            let page = "<html><body>" + String(repeating: unit, count: 1_000_000 / unit.utf8.count)
            let start = cpuSeconds()
            _ = reader.page(in: Capture(source: "a.html", bytes: Array(page.utf8)))
            let seconds = cpuSeconds() - start
            if seconds > worst.seconds { worst = (seconds, unit) }
        }
        print("hostile: at most \(worst.seconds) s, for \(worst.unit)")
    }

    /// The largest resident set so far, by the kernel's mark for this program alone: `ru_maxrss` counts the caller's too.
    private static func peakMiB() -> Double {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmHWM:") else { continue }
            return (text.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
        }
        return 0
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
