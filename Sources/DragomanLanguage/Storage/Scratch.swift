/// A growable block of plain values, aligned for vector loads, reached through a pointer in hot loops.
///
/// Unsafe by purpose: the runtime's inner loops index it without bounds checks and hand it to C kernels. Whoever writes
/// through `base` has reserved the room before; nothing outside this module sees one.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var capacity: Int
    var count = 0

    /// - Parameter capacity: elements to make room for, zeroed.
    init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        base = Self.allocate(self.capacity)
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
        let size = capacity * MemoryLayout<Element>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        raw.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        return raw.bindMemory(to: Element.self, capacity: capacity)
    }

    /// Makes room for `wanted` elements in all; what stands keeps standing, new room is zeroed.
    mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let grown = max(wanted, capacity + capacity / 2)
        let fresh = Self.allocate(grown)
        fresh.update(from: base, count: capacity)
        UnsafeMutableRawPointer(base).deallocate()
        base = fresh
        capacity = grown
    }

    /// Gives room beyond `limit` elements back; keeps nothing of what stood.
    mutating func shrink(to limit: Int) {
        count = 0
        guard capacity > limit else { return }
        UnsafeMutableRawPointer(base).deallocate()
        capacity = max(limit, 1)
        base = Self.allocate(capacity)
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
