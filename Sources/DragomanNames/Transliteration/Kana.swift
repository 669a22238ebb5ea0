/// Reads Kana in Hepburn's spelling, syllable by syllable; long vowels and doubled consonants are left single, as sounds are
/// folded anyway.
enum Kana {
    /// U+30A1 to U+30FA. "-" is the small tsu, which doubles what follows.
    private static let syllables = """
        a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do na ni nu \
        ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke \
        va vi ve vo
        """.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8).map(UInt32.init) }

    /// Appends the reading of a letter of Katakana or Hiragana; small vowels change the syllable before them ("ファ" is "fa").
    static func append(_ scalar: UInt32, to out: inout [UInt32]) {
        // Hiragana stands 0x60 below Katakana.
        let katakana = (0x3041...0x3096).contains(scalar) ? scalar + 0x60 : scalar
        guard (0x30A1...0x30FA).contains(katakana) else { return }
        let syllable = syllables[Int(katakana - 0x30A1)]
        switch katakana {
        case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9:
            if let last = out.last, isVowel(last) {
                out.removeLast()
                if last == 0x75, out.isEmpty || isVowel(out[out.count - 1]) { out.append(0x77) }  // "ウィ" is "wi"
            }
            out += syllable
        case 0x30E3, 0x30E5, 0x30E7:
            if let last = out.last, isVowel(last) { out.removeLast() }
            let isSoft =
                out.last == 0x6A || out.suffix(2).elementsEqual([0x73, 0x68])  // j, sh
                || out.suffix(2).elementsEqual([0x63, 0x68])  // ch
            out += isSoft ? syllable.suffix(1) : syllable[...]
        default: out += syllable
        }
    }

    private static func isVowel(_ letter: UInt32) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: true
        default: false
        }
    }
}
