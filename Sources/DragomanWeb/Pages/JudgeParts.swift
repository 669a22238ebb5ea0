internal import DragomanBrief
internal import DragomanLedger
internal import DragomanText

/// Forms by which a deal is judged on its own page.
enum JudgeParts {
    /// Judgments on the deal, and what can be judged of it.
    static func section(_ deal: Deal, _ judgments: [Judgment], _ visit: Visit) -> Markup {
        guard visit.site.canWrite || !judgments.isEmpty else { return .none }
        return Markup.element("section", [.id("judgments")]) {
            Markup.element("h2") { "Judgments" }
            if judgments.isEmpty { Markup.element("p", [.class("dim")]) { "Nobody has judged this deal yet." } }
            Markup.element("ul", [.class("articles")]) {
                for judgment in judgments { Markup.element("li") { line(of: judgment, visit) } }
            }
            if visit.site.canWrite {
                Markup.element("form", [.class("judge")] + Attribute.posting(to: WebPath("judgments"))) {
                    visit.token
                    hidden("deal", deal.id)
                    Markup.element("label") {
                        "Reason, kept with it"
                        Markup.element("input", [.fixed("name", "why"), .fixed("maxlength", "500"), .dirAuto])
                    }
                    button("confirm", "Confirm")
                    button("reject", "Reject")
                }
                Markup.element("form", [.class("judge")] + Attribute.posting(to: WebPath("judgments"))) {
                    visit.token
                    hidden("deal", deal.id)
                    Markup.element("label") {
                        "Id of a deal that is the same"
                        Markup.element(
                            "input", [.fixed("name", "other"), .fixed("maxlength", "40"), .fixed("required", "")])
                    }
                    button("merge", "Merge")
                }
            }
        }
    }

    /// What was judged, by whom, why, with the way to take it back.
    static func line(of judgment: Judgment, _ visit: Visit, next: String? = nil) -> Markup {
        Markup.element("span", judgment.inForce ? [] : [.class("undone")]) {
            "\(judgment.number): \(judgment.act.rawValue) "
            Parts.foreign(subject(of: judgment))
            if let field = judgment.field { " \(field) → " + (judgment.value ?? "nothing") }
            Markup.element("span", [.class("dim")]) {
                Parts.foreign(" by \(judgment.who)") + .text(", \(judgment.time.prefix(10))")
                if let why = judgment.why { Parts.foreign(": \(why)") }
            }
        }
            + (judgment.inForce && visit.site.canWrite && judgment.act != .undo
                ? Markup.element("form", [.class("inline")] + Attribute.posting(to: WebPath("judgments"))) {
                    visit.token
                    hidden("judgment", "\(judgment.number)")
                    if let next { hidden("next", next) }
                    button("undo", "Undo")
                } : .text(judgment.inForce ? "" : " (undone)"))
    }

    /// What a judgment is about, in words.
    static func subject(of judgment: Judgment) -> String {
        let names = judgment.subject.sides.map { side in
            side.names.isEmpty
                ? Counted.of(side.claims.count, "claim") : side.names.prefix(3).joined(separator: ", ")
        }
        return "\(judgment.subject.sort.rawValue) " + names.joined(separator: " and ")
    }

    static func merging(_ deal: Deal, _ other: String, _ visit: Visit) -> Markup {
        Markup.element("form", [.class("inline")] + Attribute.posting(to: WebPath("judgments"))) {
            visit.token
            hidden("deal", deal.id)
            hidden("other", other)
            button("merge", "It is this deal")
        }
    }

    static func splitting(_ claim: ReportedClaim, _ visit: Visit) -> Markup {
        Markup.element("form", [.class("inline")] + Attribute.posting(to: WebPath("judgments"))) {
            visit.token
            hidden("claim", claim.id)
            button("split", "Of another deal")
            button("reject", "Not said")
        }
    }

    static func hidden(_ name: StaticString, _ value: String) -> Markup {
        Markup.element("input", [.fixed("type", "hidden"), .fixed("name", name), .value(value)])
    }

    static func button(_ act: StaticString, _ text: String, key: StaticString? = nil) -> Markup {
        Markup.element(
            "button",
            [.fixed("type", "submit"), .fixed("name", "act"), .fixed("value", act)]
                + (key.map { [.fixed("data-key", $0)] } ?? [])
        ) {
            text
            if let key { .text(" ") + Markup.element("kbd", [.fixed("aria-hidden", "true")]) { "\(key)" } }
        }
    }
}
