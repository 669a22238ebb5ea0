internal import CLanguage
internal import Dispatch
public import DragomanText
internal import Foundation
internal import Synchronization

/// The language engine: a published spaCy pipeline (en_core_web_sm 3.8), read from its folder and run natively.
///
/// ```
/// let pipeline = try Pipeline(model: ".models/en_core_web_sm-3.8.0")
/// let analysis = try pipeline.analyze(text: article.text, blocks: article.blocks)
/// ```
/// The result is that of spaCy 3.8: tokens, tags, features, lemmas, trees, sentences, entities and noun chunks. A pipeline
/// can be used from several threads at once; it keeps one worker with caches of its own for each.
public final class Pipeline: Sendable {
    /// Unicode scalars that a block may have, as in spaCy.
    public static let longestBlock = 1_000_000
    /// Words whose features are kept: by the only worker, or by several together, whose other memory adds up.
    private static let words = (alone: 16_000, together: 12_000)

    /// The name of the kernel set in use: `avx512`, `avx2` or `portable`.
    public let kernels: String

    let model: LanguageModel
    let rows: RowWriter
    private let kernelSet: KernelSet
    private let idle: Mutex<WorkerPool>
    /// Threads that work at one time.
    let threads: Int

    /// A kernel set with the pointers it is made of, which never change.
    private struct KernelSet: @unchecked Sendable {
        let functions: dl_kernels
    }

    /// Workers that nobody uses at the moment; a worker belongs to one thread at a time.
    private struct WorkerPool: @unchecked Sendable {
        var workers: [Worker] = []
    }

    /// Loads a model.
    ///
    /// - Parameters:
    ///   - path: the folder that holds `config.cfg`, `meta.json`, `tokenizer` and the parts of the pipeline.
    ///   - kernels: a kernel set by name (`Kernels.available`); nil for the one that the environment variable
    ///     DRAGOMAN_KERNEL names, else the fastest.
    ///   - threads: threads to use at most; nil for one for each processor.
    /// - Throws: `DragomanError` L001 where the folder or a file is missing, L002 where a file is damaged, L003 where it is
    ///   another model, L005 where there is no such kernel set.
    public init(model path: String, kernels: String? = nil, threads: Int? = nil) throws {
        kernelSet = KernelSet(functions: try Kernels.set(kernels))
        self.kernels = String(cString: kernelSet.functions.name)
        model = try LanguageModel(folder: path)
        rows = RowWriter(labels: model.labels)
        self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
        idle = Mutex(WorkerPool())
    }

    /// Runs `body` with a worker that nobody else uses meanwhile.
    func withWorker<T>(_ body: (Worker) throws -> T) rethrows -> T {
        let words = threads == 1 ? Self.words.alone : max(2_000, Self.words.together / threads)
        let worker =
            idle.withLock { $0.workers.popLast() }
            ?? Worker(model: model, kernels: kernelSet.functions, words: words)
        defer { idle.withLock { [threads] in if $0.workers.count < threads { $0.workers.append(worker) } } }
        return try body(worker)
    }

    /// Analyzes a text block by block, each block a document of its own, as spaCy would be run on that paragraph.
    ///
    /// - Parameters:
    ///   - text: UTF-8; ill-formed bytes count as U+FFFD.
    ///   - blocks: byte ranges in the text, usually the paragraphs of an article; white space around them is analyzed too.
    /// - Returns: one analysis of all blocks, in their order.
    /// - Throws: `DragomanError` L004 where a block has more than `longestBlock` scalars.
    public func analyze(text: [UInt8], blocks: [ByteRange]) throws -> Analysis {
        try analyze([(text, blocks)])[0]
    }

    /// Analyzes several texts at one time over all processors; for a stream, pass windows of some dozens of articles.
    ///
    /// - Parameter articles: texts with their blocks.
    /// - Returns: one analysis for each, in the same order.
    /// - Throws: `DragomanError` L004.
    public func analyze(_ articles: [(text: [UInt8], blocks: [ByteRange])]) throws -> [Analysis] {
        var jobs: [Job] = []
        for (number, article) in articles.enumerated() {
            var first = 0
            var size = 0
            for (i, block) in article.blocks.enumerated() {
                try Self.check(article.text, block)
                size += block.count
                // About half a thousand tokens make a job.
                if size >= 3_000 || i == article.blocks.count - 1 {
                    jobs.append(Job(article: number, blocks: first..<i + 1))
                    first = i + 1
                    size = 0
                }
            }
        }
        let parts = run(jobs.count) { worker, index -> AnalysisPart in
            let job = jobs[index]
            let article = articles[job.article]
            return AnalysisPart(article.text, article.blocks[job.blocks], worker, model.labels)
        }
        var next = 0
        return articles.indices.map { number in
            let start = next
            while next < jobs.count, jobs[next].article == number { next += 1 }
            return Analysis(text: articles[number].text, parts: parts[start..<next])
        }
    }

    private struct Job {
        let article: Int
        let blocks: Range<Int>
    }

    /// Refuses a block that is too long.
    static func check(_ text: [UInt8], _ block: ByteRange) throws {
        guard block.count > longestBlock else { return }
        let scalars = text[block].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        guard scalars <= longestBlock else { throw LanguageError.tooLong(scalars) }
    }

    /// Does `count` jobs over the processors and gives their results in order.
    func run<T: Sendable>(_ count: Int, _ job: (Worker, Int) -> T) -> [T] {
        let lanes = min(threads, count)
        guard lanes > 1 else { return withWorker { worker in (0..<count).map { job(worker, $0) } } }
        let next = Atomic<Int>(0)
        let results = Mutex([T?](repeating: nil, count: count))
        withoutActuallyEscaping(job) { job in
            let shared = SharedJob(job: job)
            DispatchQueue.concurrentPerform(iterations: lanes) { _ in
                withWorker { worker in
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < count else { return }
                        let result = shared.job(worker, index)
                        results.withLock { $0[index] = result }
                    }
                }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// A job that several threads run at the same time, each with a worker of its own.
    private struct SharedJob<T>: @unchecked Sendable {
        let job: (Worker, Int) -> T
    }
}
