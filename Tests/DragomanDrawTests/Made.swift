import DragomanBrief
import DragomanClaims
import DragomanText

/// Values to be drawn.
enum Made {
    static func date(_ text: String) -> CoarseDate? { CoarseDate(iso: text) }

    /// Dates of every precision, several reports of one day, and a stage off the path.
    static let course = StageCourse(
        statement:
            "GAZ Group signed an agreement with Truong Minh Auto to supply about 1,200 Sobol NN vans to Vietnam, the first of them this year.",
        points: [
            .init(stage: .talks, kind: .supply, date: nil, outlets: ["Old Gazette"]),
            .init(stage: .considered, kind: .supply, date: date("2022"), outlets: ["Mekong Wire"]),
            .init(stage: .talks, kind: .supply, date: date("2022-Q4"), outlets: ["Mekong Wire", "Hanoi Motor"]),
            .init(stage: .talks, kind: .supply, date: date("2022-11-03"), outlets: ["Far Meridian Auto"]),
            .init(stage: .talks, kind: .supply, date: date("2022-11-10"), outlets: ["Far Meridian Auto"]),
            .init(stage: .planned, kind: .supply, date: date("2023-H1"), outlets: ["Red River Gazette"]),
            .init(stage: .planned, kind: .supply, date: date("2023-02"), outlets: ["Volga Courier"]),
            .init(stage: .signed, kind: .supply, date: date("2023-05-16"), outlets: ["Mekong Wire"]),
            .init(stage: .signed, kind: .supply, date: date("2023-05-17"), outlets: ["Hanoi Motor"]),
            .init(stage: .signed, kind: .supply, date: date("2023-05-18"), outlets: ["Far Meridian Auto"]),
            .init(stage: .underway, kind: .supply, date: date("2023-12-01"), outlets: ["Mekong Wire"]),
            .init(stage: .stalled, kind: .supply, date: date("2024-03"), outlets: ["Red River Gazette"]),
        ])

    static let timeline = Timeline(
        events: [
            event("2022", .due, "Minsk Assembly plans to open a plant"),
            event(
                "2022-Q4", .reported(.talks), "Saipa is in talks with a Belarusian firm on supplying cars to Belarus."),
            event(
                "2023-02", .reported(.planned),
                "Saipa plans to supply 45,000 Shahin, Quick and Saina cars to Belarus, and a portion of them to Russia, by way of a dealer in Minsk whose name was not given."
            ),
            event("2023-02-20", .reported(.signed), "Saipa signed an agreement with a Belarusian firm to supply cars."),
            event("2023-02-21", .reported(.underway), "AvtoVAZ is testing a gearbox of Iran Khodro."),
            event("2023-H2", .due, "AvtoVAZ is testing a gearbox of Iran Khodro."),
            event("2024-01-15", .reported(.denied), "It is denied that Renault would return to Russia."),
        ], total: 9)

    private static func event(_ day: String, _ what: Timeline.Event.What, _ statement: String) -> Timeline.Event {
        Timeline.Event(
            date: date(day) ?? CoarseDate(year: 1), what: what, deal: "3fa9c2d1e0b7", statement: statement,
            outlets: ["Mekong Wire"])
    }

    static let network: Network = {
        let parties = [
            "Saipa", "Iran Khodro", "AvtoVAZ", "GAZ Group", "Truong Minh Auto", "Renault",
            "Minsk Motor Works of the People",
        ]
        let places = ["Belarus", "Russia", "Vietnam"]
        func edge(_ from: String, _ to: String, _ kind: ClaimKind, _ stage: Stage, _ count: Int = 1) -> Network.Edge {
            Network.Edge(from: from, to: to, kind: kind, stage: stage, deals: (0..<count).map { "deal\($0)" })
        }
        return Network(
            nodes: parties.map { Network.Node(id: $0, name: $0, kind: .party, deals: 2) }
                + places.map { Network.Node(id: $0, name: $0, kind: .place, deals: 3) },
            edges: [
                edge("Saipa", "Belarus", .supply, .signed, 4), edge("Saipa", "Russia", .supply, .planned),
                edge("Iran Khodro", "Russia", .supply, .talks), edge("AvtoVAZ", "Iran Khodro", .cooperation, .underway),
                edge("GAZ Group", "Truong Minh Auto", .supply, .signed, 2),
                edge("Renault", "AvtoVAZ", .investment, .denied),
                edge("GAZ Group", "Vietnam", .certification, .underway), edge("Renault", "Russia", .exit, .done),
                edge("Minsk Motor Works of the People", "Saipa", .cooperation, .stalled),
                edge("Iran Khodro", "AvtoVAZ", .supply, .considered),
            ], nodesLeftOut: 3)
    }()

    static let flows = Flows(
        flows: [
            .init(from: "Iran", to: "Belarus", deals: ["a", "b", "c", "d"], vehicles: 45_000),
            .init(from: "China", to: "Russia", deals: ["a", "b", "c"]),
            .init(from: "Iran", to: "Russia", deals: ["a", "b"]),
            .init(from: "Russia", to: "Vietnam", deals: ["a", "b"], vehicles: 1_200),
            .init(from: "South Korea", to: "Saudi Arabia", deals: ["a"]),
            .init(from: "China", to: "Belarus", deals: ["a"]),
            .init(from: "Russia", to: "Iran", deals: ["a"]),
            .init(from: "Germany", to: "Bosnia and Herzegovina", deals: ["a"]),
        ], flowsLeftOut: 2, dealsWithout: 5)
}
