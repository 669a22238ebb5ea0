import DragomanArguments
import DragomanBrief
import DragomanDraw
import DragomanLedger
import DragomanNames
import DragomanText
import Foundation

/// `dragoman reconcile TABLE`
enum ReconcileCommand: Action {
    private static let table = Argument(
        "TABLE", "a CSV file with reporter, partner, commodity code, period, quantity and value; - for standard input",
        kind: .file)

    static let definition = Command(
        name: "reconcile", summary: "Set what was announced against what was shipped, by countries and year",
        discussion: [
            "The table has the columns of UN Comtrade, by their present names (reporterDesc, partnerDesc, flowCode, cmdCode, period, qty, primaryValue) or the "
                + "earlier ones; headings 8702 to 8708 are read. Without a column for the flow, reporters export.",
            "Deals are those on supply that are planned, signed, under way or done. Trade figures and deals count differently: what does not agree is "
                + "a question, no finding.",
        ],
        examples: [
            Example("dragoman reconcile Samples/trade.csv", "corridors that have deals"),
            Example(
                "dragoman reconcile Samples/trade.csv --country Vietnam --svg trade.svg",
                "one country's, also as a picture"),
            Example("dragoman reconcile Samples/trade.csv --json", "the same for programs"),
        ],
        arguments: [table],
        options: DealQuery.optionsOfSupplies
            + [PictureFile.svg, PictureFile.width, Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = invocation.word(table) ?? "-"
        let bytes = try Self.bytes(path, in: context)
        let base = try KnowledgeBase(packs: Places.packs(invocation, in: context))
        let trade = try TradeTable(bytes, name: path == "-" ? "standard input" : path) { name in
            let countries = base.lookup(name).filter { $0.type == .country }
            return countries.count == 1 ? countries.first?.id : nil
        }
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let answer = try Reconciliation(
            of: ledger, DealQuery.filter(invocation, of: ledger, in: context), against: trade)
        guard try !PictureFile.write(invocation, in: context, answer.picture(width:)) else { return .done }
        try Paper(invocation, in: context).print(answer)
        return answer.rows.isEmpty ? .nothingFound : .done
    }

    /// The bytes of a file, as many as a table may have and one more.
    private static func bytes(_ path: String, in context: Context) throws -> [UInt8] {
        let file =
            path == "-"
            ? FileHandle(fileDescriptor: context.input, closeOnDealloc: false) : FileHandle(forReadingAtPath: path)
        do {
            guard let data = try file?.read(upToCount: TableReader.mostBytes + 1) else {
                if file != nil { return [] }
                throw DragomanError(
                    .failure, "T011", "\(path) cannot be read", advice: "Is the file there, and may you read it?")
            }
            return [UInt8](data)
        } catch let error as DragomanError {
            throw error
        } catch {
            throw DragomanError(.failure, "T011", "\(path) cannot be read", advice: "Is it a file, and not a folder?")
        }
    }
}
