import Foundation
import Testing

@testable import dragoman

@Suite struct JSONWriterTests {
    private func written(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(pretty: pretty)
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func writesValuesInTheirOrder() {
        let text = written { json in
            json.object { json in
                json.field("title", "Saipa")
                json.field("none", nil as String?)
                json.field("count", 3)
                json.field("sure", true)
                json.field("names", ["a", "b"])
                json.field("empty") { $0.array { _ in } }
                json.field("range") { json in
                    json.array { json in
                        json.value(1)
                        json.value(2.5)
                        json.object { _ in }
                    }
                }
            }
        }
        #expect(
            text
                == #"{"title":"Saipa","none":null,"count":3,"sure":true,"names":["a","b"],"empty":[],"range":[1,2.5,{}]}"#
        )
    }

    @Test func indentsWhereAsked() {
        let text = written(pretty: true) { json in
            json.object { json in
                json.field("a", 1)
                json.field("b") { $0.array { _ in } }
                json.field("c") { json in
                    json.array { json in
                        json.value("x")
                        json.value("y")
                    }
                }
            }
        }
        #expect(text == "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": [\n    \"x\",\n    \"y\"\n  ]\n}")
    }

    @Test(arguments: ["", "plain", "\"quoted\" \\ back", "tab\tline\nreturn\r", "\u{0}\u{1F}\u{7F}", "é ш 🚗 \u{2028}"])
    func aReaderGetsBackWhatWasWritten(text: String) throws {
        let data = Data(written { json in json.array { $0.value(text) } }.utf8)
        #expect(try JSONDecoder().decode([String].self, from: data) == [text])
    }

    @Test(arguments: [
        (0.0, "0"), (45000, "45000"), (-2.5, "-2.5"), (.nan, "null"), (.infinity, "null"), (1e15, "1000000000000000"),
    ])
    func numbersAreWrittenAsShortAsTheyCanBe(number: Double, text: String) {
        #expect(written { $0.value(number) } == text)
    }
}
