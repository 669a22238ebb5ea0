/// The parameters of a model file as the thinc library writes it: a MessagePack map of four parallel lists (nodes, attrs,
/// params, shims) over the layers of the network, breadth first.
struct ThincModel {
    /// A float32 array that lies in the file.
    struct Parameter {
        let shape: [Int]
        /// First byte in the file; may be unaligned.
        let offset: Int
    }

    /// One layer.
    struct Layer {
        var name = ""
        /// Seed of a hash embedding, 0 for other layers.
        var seed: UInt64 = 0
        var parameters: [String: Parameter] = [:]
    }

    let file: MappedFile
    private let layers: [Layer]

    /// - Throws: `DragomanError` L001, L002.
    init(folder: String, name: String) throws {
        file = try MappedFile(folder: folder, name: name)
        do throws(MessagePackReader.Failure) {
            layers = try Self.read(file.bytes)
        } catch {
            throw LanguageError.damaged(name, "\(error)")
        }
    }

    /// The layers called `name`, in file order.
    func all(_ name: String) -> [Layer] { layers.filter { $0.name == name } }

    /// Parameter `key` of `layer`.
    ///
    /// - Throws: L003 where it is not there or has another shape.
    func pointer(_ layer: Layer?, _ key: String, shape: [Int]) throws -> UnsafeRawPointer {
        guard let parameter = layer?.parameters[key], parameter.shape == shape, let base = file.bytes.baseAddress else {
            throw LanguageError.unsupported("\(file.name) has no parameter \(key) of shape \(shape)")
        }
        return base + parameter.offset
    }

    private static func read(_ bytes: UnsafeRawBufferPointer) throws(MessagePackReader.Failure) -> [Layer] {
        var reader = MessagePackReader(bytes)
        var layers: [Layer] = []
        func room(_ count: Int) { while layers.count < count { layers.append(Layer()) } }
        for _ in 0..<(try reader.map()) {
            let key = try reader.string()
            guard key == "nodes" || key == "attrs" || key == "params" else {
                try reader.skip()
                continue
            }
            let count = try reader.array()
            room(count)
            for i in 0..<count {
                for _ in 0..<(try reader.map()) {
                    let field = try reader.string()
                    if key == "nodes", field == "name" {
                        layers[i].name = try reader.string()
                    } else if key == "attrs", field == "seed" {
                        var value = MessagePackReader(bytes, range: try reader.data())
                        layers[i].seed = try value.integer()
                    } else if key == "params", try !reader.isNil() {
                        layers[i].parameters[field] = try array(&reader)
                    } else if key != "params" {
                        try reader.skip()
                    }
                }
            }
        }
        return layers
    }

    /// An array as msgpack-numpy writes it: a map with nd, type, kind, shape and data.
    private static func array(_ reader: inout MessagePackReader) throws(MessagePackReader.Failure) -> Parameter {
        let start = reader.position
        var shape: [Int] = []
        var data = 0..<0
        var type = ""
        for _ in 0..<(try reader.map()) {
            switch try reader.string() {
            case "type": type = try reader.string()
            case "shape":
                for _ in 0..<(try reader.array()) { shape.append(Int(truncatingIfNeeded: try reader.integer())) }
            case "data": data = try reader.data()
            default: try reader.skip()
            }
        }
        var size = 4
        for extent in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: extent)
            guard extent > 0, !overflow else { throw .unexpected(start) }
            size = product
        }
        guard type == "<f4", size == data.count else { throw .unexpected(start) }
        return Parameter(shape: shape, offset: data.lowerBound)
    }
}
