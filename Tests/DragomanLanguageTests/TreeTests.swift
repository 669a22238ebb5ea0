import Testing

@testable import DragomanLanguage

@Suite struct TreeTests {
    private func tree(_ heads: [Int], _ body: (inout Tree) -> Void) {
        var tree = Tree()
        tree.reset(heads.count)
        for (i, head) in heads.enumerated() {
            tree.heads[i] = Int32(head)
            tree.labels[i] = 1
        }
        tree.findEdges()
        body(&tree)
    }

    @Test func eachRootOpensASentenceAtItsLeftEdge() {
        // the cars sold well . prices fell
        tree([1, 2, 2, 2, 2, 6, 6]) { tree in
            #expect((0..<7).filter { tree.startsSentence[$0] } == [0, 5])
            #expect((0..<7).map { tree.leftEdges[$0] } == [0, 0, 0, 3, 4, 5, 5])
            #expect(tree.children(of: 2) == [1, 3, 4])
        }
    }

    @Test func aRootWithoutALabelOpensNone() {
        tree([0, 1]) { tree in
            tree.labels[1] = 0
            tree.findEdges()
            #expect((0..<2).map { tree.startsSentence[$0] } == [true, false])
        }
    }

    @Test func crossingArcsReachAcross() {
        // 3 hangs on 0, 2 on 4: the edges of both roots overlap, and both open where their leftmost word stands.
        tree([0, 0, 4, 0, 4]) { tree in
            #expect(tree.leftEdges[4] == 2)
            #expect((0..<5).filter { tree.startsSentence[$0] } == [0, 2])
        }
    }

    @Test func mapsFindWhatWasPutIn() {
        var map = ByteMap(expected: 4)
        for i in 0..<1_000 {
            Array("key\(i)".utf8).withUnsafeBufferPointer { key in
                guard let base = key.baseAddress else { return }
                #expect(map.find(base, key.count) == -1)
                map.insert(base, key.count, hash: ByteMap.hash(base, key.count), value: i)
                #expect(map.find(base, key.count) == i)
            }
        }
        #expect(map.count == 1_000)
        map.removeAll()
        Array("key1".utf8).withUnsafeBufferPointer { key in
            if let base = key.baseAddress { #expect(map.find(base, key.count) == -1) }
        }
    }
}
