#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A growable block of plain values, aligned for vector loads, reached through a pointer in hot loops.
///
/// Unsafe by purpose: the runtime's inner loops index it without bounds checks and hand it to C kernels. Whoever writes
/// through `base` has reserved the room before; nothing outside this module sees one. Room that was never written costs
/// address space but no memory, so a block may be made as large as it can ever become.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private var raw: UnsafeMutableRawPointer
    private(set) var capacity: Int
    var count = 0

    /// - Parameter capacity: elements to make room for, zeroed.
    init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        (base, raw) = Self.allocate(self.capacity)
    }

    deinit { free(raw) }

    private static func allocate(_ capacity: Int) -> (UnsafeMutablePointer<Element>, UnsafeMutableRawPointer) {
        let alignment = 64
        guard let raw = calloc(capacity * MemoryLayout<Element>.stride + alignment, 1) else {
            preconditionFailure("no memory for \(capacity) elements")
        }
        return (raw.alignedUp(toMultipleOf: alignment).bindMemory(to: Element.self, capacity: capacity), raw)
    }

    /// Makes room for `wanted` elements in all; what stands keeps standing, new room is zeroed.
    mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let grown = max(wanted, capacity + capacity / 2)
        let (fresh, block) = Self.allocate(grown)
        fresh.update(from: base, count: capacity)
        free(raw)
        (base, raw) = (fresh, block)
        capacity = grown
    }

    /// Gives room beyond `limit` elements back; keeps nothing of what stood.
    mutating func shrink(to limit: Int) {
        count = 0
        guard capacity > limit else { return }
        free(raw)
        capacity = max(limit, 1)
        (base, raw) = Self.allocate(capacity)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { reserve(count + 1) }
        base[count] = element
        count &+= 1
    }

    mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        reserve(count + elements.count)
        if let from = elements.baseAddress { (base + count).update(from: from, count: elements.count) }
        count += elements.count
    }

    subscript(index: Int) -> Element {
        @inline(__always) get { base[index] }
        @inline(__always) set { base[index] = newValue }
    }
}
