internal import DragomanBrief
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/judgments`: what was judged, and where judgments are sent to.
enum JudgmentsPage {
    static let route = Route.page(
        ["judgments"], [.html, .json, .csv], "All judgments, the last first", kept: false, answer)

    static let making = Route.act(
        ["judgments"], "Makes a judgment",
        fields: [
            .init("act", "confirm, reject, merge, split, edit or undo"), .init("deal", "the id of a deal"),
            .init("other", "merge: the id of the deal that is the same"),
            .init("claim", "the id of a claim: reject takes it out, split makes a deal of its own of it"),
            .init("name", "merge and split of names: twice, two names of persons, firms or places"),
            .init("judgment", "undo: the number of the judgment"), .init("field", "edit: which field"),
            .init("value", "edit: what it is to be"), .init("why", "the reason, kept with it"),
            .init("next", "the page to go on to"), .init("token", "the token, unless Authorization has it"),
        ], make)

    private static let listing = Listing<Judgment>(
        caption: "Judgments",
        columns: [
            .init(name: "Number", isNumber: true, text: { "\($0.number)" }),
            .init(name: "Act", text: { $0.act.rawValue }),
            .init(name: "Subject", text: JudgeParts.subject), .init(name: "Field", text: { $0.field ?? "" }),
            .init(name: "Value", text: { $0.value ?? "" }), .init(name: "Who", text: \.who),
            .init(name: "Why", text: { $0.why ?? "" }), .init(name: "At", text: \.time),
            .init(name: "In force", text: { $0.inForce ? "yes" : "no" }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let judgments = Array(try visit.ledger.judgments().reversed())
        switch visit.twin {
        case .json: return try .json(JudgmentList(judgments))
        case .csv: return listing.csv(judgments)
        default: break
        }
        return .page(
            Frame.page("Judgments", at: .judge, twins: Lists.twins(route.otherTwins, "judgments")) {
                Markup.element("h1") { "Judgments" }
                if judgments.isEmpty {
                    Lists.empty(
                        "Nobody has judged anything.", "What is in doubt waits at", link: ("Judge", WebPath("judge")))
                }
                Markup.element("ul", [.class("articles")]) {
                    for judgment in judgments.prefix(500) {
                        Markup.element("li", [.fixed("data-row", "")]) {
                            JudgeParts.line(of: judgment, visit, next: "judgments")
                        }
                    }
                }
            })
    }

    @Sendable static func make(_ visit: Visit) throws -> WebResponse? {
        let form = try visit.form()
        guard let act = form["act"].flatMap(Judgment.Act.init(rawValue:)) else {
            throw unclear("there is no act, or none of that name")
        }
        guard let subject = try subject(of: form, act, visit.ledger) else { return nil }
        let request = JudgmentRequest(
            act, subject, field: act == .edit ? form["field"] : nil, value: act == .edit ? form["value"] : nil,
            who: visit.site.who, why: form["why"].map { String($0.prefix(2000)) })
        let result = try visit.site.writing { try $0.judge(request, at: visit.now) }
        return try visit.done(result, next: next(form, result.judgment, visit))
    }

    /// Where to go on: to the page that asked, with the judgment's number, so that it can be undone there.
    private static func next(_ form: Form, _ judgment: Judgment, _ visit: Visit) -> WebPath {
        let done = [(name: "done", value: "\(judgment.number)")]
        switch form["next"] {
        case "judge": return WebPath(["judge"], query: done)
        case "judgments": return WebPath("judgments")
        default: break
        }
        let claim = form["claim"] ?? judgment.subject.sides.first?.claims.first?.id
        if let id = form["deal"] ?? claim, let deal = try? visit.ledger.deal(id) {
            return WebPath(["deals", deal.id], query: done, fragment: "judgments")
        }
        return WebPath("judgments")
    }

    private static func unclear(_ what: String) -> DragomanError {
        DragomanError(
            .usage, "V006", "the judgment is not clear: \(what)",
            advice: "The page /api says which fields a judgment has.")
    }

    /// What the fields name; nil where it is not in the ledger.
    private static func subject(of form: Form, _ act: Judgment.Act, _ ledger: Ledger) throws -> JudgedSubject? {
        if act == .undo {
            guard let number = form["judgment"] else { throw unclear("undo names no judgment") }
            return JudgedSubject(.judgment, [.init(names: [number])])
        }
        let names = form.all("name")
        if !names.isEmpty { return JudgedSubject(.name, names.prefix(8).map { .init(names: [$0]) }) }
        if let id = form["claim"] {
            guard let claim = try ledger.claim(id) else { return nil }
            guard act == .split else { return JudgedSubject(.claim, [.init(claims: [ClaimKey(claim)])]) }
            guard let deal = try ledger.deal(id) else { return nil }
            let staying = deal.claims.filter { $0.id != claim.id }.prefix(Deal.mostKeys)
            return JudgedSubject(
                .deal, [.init(claims: [ClaimKey(claim)]), .init(claims: staying.map(ClaimKey.init))])
        }
        guard let id = form["deal"] else { throw unclear("it names no deal, claim or names") }
        guard let deal = try ledger.deal(id) else { return nil }
        var sides = [JudgedSubject.Side(claims: deal.keys)]
        if act == .merge {
            guard let other = form["other"] else { throw unclear("a merge names two deals") }
            guard let same = try ledger.deal(other) else { return nil }
            guard same.id != deal.id else { throw unclear("both are the same deal already") }
            sides.append(.init(claims: same.keys))
        }
        return JudgedSubject(.deal, sides)
    }
}
