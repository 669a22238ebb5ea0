public import DragomanClaims
public import DragomanLedger
public import DragomanText

/// The English of the terminal's pages, for pages elsewhere: one wording for one thing.
public enum Wording {
    /// `16 May 2024`, `May 2024`, `Q3 2023`, as exactly as it is known.
    public static func date(_ date: CoarseDate) -> String { Phrases.date(date) }
    /// `about 45,000 vehicles`.
    public static func quantity(_ quantity: Quantity) -> String { Phrases.quantity(quantity) }
    /// `$300 million`.
    public static func money(_ money: Money) -> String { Phrases.money(money) }
    /// `Shahin cars`.
    public static func goods(_ goods: Goods) -> String { GoodsPhrase.goods([goods]) ?? goods.type }
    /// `about 45,000 Shahin cars · $300 million · in April 2024`; nil where the claim says nothing of it.
    public static func amounts(of claim: Claim) -> String? { GoodsPhrase.line(claim) }
    /// `said Omid Ghalibaf, spokesperson, Ministry of Industry (February 2023), via Izvestia`.
    public static func source(of claim: Claim) -> String { ClaimLines.source(of: claim) }
    /// `Saipa → Belarus`: who with whom.
    public static func parties(of deal: Deal) -> String {
        Party.line(
            deal.kind, actors: deal.actors.map(\.value), counterparts: deal.counterparts.map(\.value),
            places: deal.places.map(\.value))
    }
    /// A sign that can be told without colour.
    public static func sign(of stage: Stage) -> String { stage.sign }
}
