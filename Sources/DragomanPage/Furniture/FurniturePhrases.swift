/// Wordings of page furniture in the languages of the trade press.
enum FurniturePhrases {
    /// How much of a line a phrase must be.
    enum Mode {
        /// All of it.
        case whole
        /// Its beginning, in a line of at most 160 bytes.
        case start
        /// All of it, or its beginning up to a colon.
        case label
        /// The same, and what follows is a title.
        case titled
    }

    enum Role {
        case drop, contact, previous, next, author, source
    }

    struct Phrase {
        var words: [String]
        var mode: Mode
        var role: Role
    }

    /// Whether a line whose first letter or figure has this first byte, in lower case, may begin with a phrase.
    static let mayBegin: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for word in byFirstWord.keys {
            guard let first = word.utf8.first else { continue }
            table[Int(first)] = true
            // Capitals beyond ASCII may have another first byte.
            if first >= 0x80, let capital = word.uppercased().utf8.first { table[Int(capital)] = true }
            if word.first == "#" { for digit in 0x30...0x39 { table[digit] = true } }
        }
        return table
    }()

    /// Phrases by their first word, longer ones first.
    static let byFirstWord: [String: [Phrase]] = {
        var table: [String: [Phrase]] = [:]
        for (role, mode, texts) in groups {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                if let first = words.first {
                    table[first, default: []].append(Phrase(words: words, mode: mode, role: role))
                }
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// Headings of what follows articles, by their first word.
    static let endings: [String: [Phrase]] = {
        var table: [String: [Phrase]] = [:]
        let whole = [
            "comments", "comment", "# comments", "# comment", "leave a reply", "leave a comment", "post a comment",
            "related", "related articles", "related stories", "related news", "related posts", "related content",
            "recommended", "recommended for you", "you may also like", "you might also like", "more stories",
            "more news",
            "latest news", "most read", "most popular", "trending", "trending now", "top stories", "read next",
            "up next",
            "about the author", "about the authors", "about author", "read more", "further reading", "see also",
            "share this",
            "sponsored content", "around the web", "join the conversation", "kommentare", "# kommentare",
            "kommentar schreiben",
            "schreibe einen kommentar", "kommentar verfassen", "mehr zum thema", "das könnte sie auch interessieren",
            "das könnte dich auch interessieren", "weitere artikel", "weitere beiträge", "weitere meldungen",
            "ähnliche artikel",
            "ähnliche beiträge", "verwandte artikel", "verwandte beiträge", "auch interessant", "lesen sie auch",
            "meistgelesen",
            "über den autor", "über die autorin", "zum autor", "zur autorin", "newsletter", "neueste beiträge",
            "aktuelle beiträge",
            "teilen mit", "beitragsnavigation", "artikel teilen", "diesen artikel teilen", "teile diesen beitrag",
            "kommentieren",
            "commentaires", "# commentaires", "à lire aussi", "sur le même sujet", "articles similaires",
            "articles liés",
            "laisser un commentaire", "à propos de l'auteur", "comentarios", "artículos relacionados",
            "noticias relacionadas",
            "te puede interesar", "más noticias", "deja un comentario", "commenti", "articoli correlati", "leggi anche",
            "lascia un commento", "komentarze", "zobacz także", "zobacz też", "czytaj także", "powiązane artykuły",
            "comentários",
            "leia também", "notícias relacionadas", "комментарии", "читайте также", "похожие статьи", "другие новости",
            "материалы по теме", "yorumlar", "ilgili haberler", "benzer haberler", "نظرات", "مطالب مرتبط",
            "اخبار مرتبط",
            "مواضيع ذات صلة", "اقرأ أيضا", "التعليقات",
        ]
        let starts = [
            "more from", "more on", "about the author", "über den autor", "share this", "mehr aus", "mehr von",
        ]
        for (mode, texts) in [(Mode.whole, whole), (Mode.start, starts)] {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                if let first = words.first {
                    table[first, default: []].append(Phrase(words: words, mode: mode, role: .drop))
                }
            }
        }
        return table
    }()

    private static let groups: [(Role, Mode, [String])] = [
        (
            .drop, .label,
            [
                "abbildung", "abbildung #", "abb #", "titelbild", "beitragsbild", "grafik", "infografik", "fig #",
                "figure #",
                "photograph by", "czytaj też", "zobacz też", "przeczytaj także", "también te puede interesar",
                "te puede interesar", "lee también", "ver también", "leggi anche", "lees ook", "läs också", "les også",
                "read more", "also read", "read also", "read next", "see also", "more on this", "more on this story",
                "related", "related articles", "related news", "related stories", "related posts", "related topics",
                "related coverage", "recommended", "you may also like", "you might also like", "more from", "more news",
                "more stories", "most read", "latest news", "top stories", "trending", "editor's picks", "don't miss",
                "tags", "topics", "keywords", "filed under", "share", "share this", "share on", "share this article",
                "photo", "photos", "photo credit", "image", "image credit", "picture", "credit", "video", "watch",
                "watch also", "listen", "subscribe", "newsletter", "follow us", "follow us on", "comments", "comment",
                "advertisement", "sponsored", "disclaimer", "forward-looking statements", "forward looking statements",
                "editor's note", "disclosure", "in this article", "contents", "key points",
                "читайте также", "читать далее", "читать также", "смотрите также", "по теме", "материалы по теме",
                "другие новости", "ещё по теме", "еще по теме", "фото", "видео", "поделиться", "теги", "метки",
                "ключевые слова", "реклама", "комментарии", "подписаться", "источник фото",
                "ayrıca okuyun", "bunları da okuyun", "ilginizi çekebilir", "i̇lginizi çekebilir", "benzer haberler",
                "i̇lgili haberler", "ilgili haberler", "okumaya devam et", "devamını oku", "fotoğraf", "paylaş",
                "etiketler", "yorumlar", "abone ol", "reklam", "daha fazla oku",
                "lesen sie auch", "lesen sie mehr", "mehr zum thema", "mehr dazu", "auch interessant", "weiterlesen",
                "das könnte sie auch interessieren", "foto", "bild", "bildquelle", "teilen", "schlagwörter", "anzeige",
                "werbung", "kommentare", "mehr lesen", "siehe auch",
                "بیشتر بخوانید", "بیشتر بدانید", "همچنین بخوانید", "مطالب مرتبط", "اخبار مرتبط", "برچسب ها", "برچسب‌ها",
                "عکس", "تصویر", "اشتراک گذاری", "اشتراک‌گذاری", "نظرات", "تبلیغات", "ادامه مطلب", "اقرأ أيضا",
                "اقرأ أيضاً",
                "اقرأ المزيد", "شارك", "الصورة", "صورة", "تصوير", "مواضيع ذات صلة",
                "lire aussi", "à lire aussi", "lire plus", "lire la suite", "voir aussi", "sur le même sujet",
                "partager",
                "leer más", "lea también", "leer también", "te puede interesar", "compartir", "leggi anche",
                "leggi di più", "condividi", "czytaj także", "czytaj również", "zobacz też", "zobacz także",
                "udostępnij",
                "leia mais", "leia também", "veja também", "compartilhe",
            ]
        ),
        (
            .drop, .start,
            [
                "this content is reserved", "to view the full story", "to continue reading", "already a subscriber",
                "create an account", "support local journalism", "if you enjoyed", "if you liked this", "did you enjoy",
                "hat ihnen dieser artikel", "hat dir der artikel", "hat dir dieser",
                "dieser eintrag wurde veröffentlicht",
                "dieser text wurde veröffentlicht", "dieser beitrag wurde", "this entry was posted",
                "this post was published",
                "article réservé aux", "il vous reste", "la suite est réservée", "ce contenu est réservé",
                "korzystamy z",
                "happy reading", "únete a", "suscríbete a", "with reports from", "with files from", "with reporting by",
                "sie lesen gerade", "bitte teilen sie",
                "war dieser artikel hilfreich",
                "alle angaben ohne gewähr", "letzte änderung",
                "letzte aktualisierung",
                "zuletzt aktualisiert", "zuletzt geändert", "durch die weitere nutzung", "bitte registrieren sie sich",
                "bitte melden sie sich an", "weitere inhalte laden", "crédit photo",
                "crédits photo",
                "crédits photos", "copyright photo", "crédito de la foto",
                "was this article helpful", "was this page helpful", "do you have a story",
                "have a story", "got a tip", "send tips", "opinions expressed", "the views expressed",
                "views expressed in this", "this article first appeared", "this article appeared",
                "this post first appeared", "zum seitenanfang", "nach oben", "link kopieren",
                "zurück zur startseite",
                "no time to read", "no time", "get a summary", "get the summary", "listen to this article",
                "listen to the article", "share this", "share on facebook", "share on twitter", "share on x",
                "share via", "share article", "share with", "subscribe to", "subscribe now", "subscribe today",
                "sign up", "sign in", "log in", "register now", "join our", "join us on", "follow us", "follow @",
                "like us on", "find us on", "get the latest", "get our", "stay up to date", "stay informed",
                "we use cookies", "this site uses cookies", "this website uses cookies", "by continuing to",
                "accept all cookies", "accept cookies", "cookie settings", "cookie policy", "privacy policy",
                "terms of", "click here", "tap here", "download the", "download our", "download pdf", "print this",
                "email this", "send us", "leave a comment", "leave a reply", "post a comment", "add a comment",
                "join the conversation", "be the first to comment", "your email address will not", "required fields",
                "copyright", "all rights reserved", "# min read", "# mins read", "# minute read", "# minutes read",
                "#-minute read", "min read", "reading time", "read time", "estimated reading time", "time to read",
                "# comments", "# comment", "# shares", "# views", "last updated", "last modified", "skip to",
                "back to top", "jump to", "loading", "please enable javascript", "enable javascript", "add us as",
                "make us your", "view comments", "show comments", "hide comments", "view all", "see all", "load more",
                "show more", "continue reading", "story continues below", "article continues below", "reporting by",
                "editing by", "writing by", "our standards", "this article was originally published",
                "this story was originally published", "support our", "donate", "advertise with", "contact us",
                "подписывайтесь на", "подпишитесь на", "следите за", "присоединяйтесь к", "поделитесь",
                "оставить комментарий",
                "написать комментарий", "время чтения", "все права защищены", "нашли ошибку", "если вы нашли ошибку",
                "нет времени читать", "мы используем", "# мин", "# минут", "# минуты", "просмотров",
                "самые важные новости",
                "bizi takip edin", "bizi takip", "abone olun", "okuma süresi", "tüm hakları saklıdır", "yorum yap",
                "yorum yaz", "haberi paylaş", "bültenimize", "çerez", "çerezleri", "# dakika", "# dk",
                "folgen sie uns", "abonnieren sie", "jetzt abonnieren", "newsletter abonnieren", "lesezeit",
                "alle rechte vorbehalten", "artikel teilen", "diesen artikel teilen", "wir verwenden cookies",
                "kommentar schreiben", "# min lesezeit", "# minuten lesezeit", "# kommentare", "artikel anhören",
                "artikel drucken", "keine zeit zum lesen",
                "ما از کوکی", "این سایت از کوکی", "این وب‌سایت از کوکی", "نستخدم ملفات تعريف الارتباط", "ما را دنبال",
                "زمان مطالعه", "تمامی حقوق", "کلیه حقوق", "ارسال نظر", "دیدگاهتان را", "عضویت در",
                "suivez-nous", "abonnez-vous", "temps de lecture", "tous droits réservés", "síguenos", "suscríbete",
                "tiempo de lectura", "todos los derechos", "seguici", "iscriviti", "tempo di lettura",
                "tutti i diritti riservati", "obserwuj nas", "zapisz się", "czas czytania",
                "wszelkie prawa zastrzeżone",
            ]
        ),
        (
            .drop, .whole,
            [
                "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "instagram",
                "email", "e-mail", "print", "copy link", "link copied", "tweet", "pin it", "vkontakte", "вконтакте",
                "одноклассники", "drucken", "yazdır", "menu", "search", "home", "close", "next", "previous", "ad",
                "ads", "reply", "cancel", "submit", "save", "bookmark", "gallery", "###", "ends", "end",
                "facebook twitter",
                "facebook x", "# of #", "weiterlesen", "externer inhalt", "inhaltsverzeichnis", "mehr anzeigen", "top",
                "news", "share tweet", "advertising", "publicité", "publicidad",
                "pubblicità",
                "reklama", "werbung", "summary", "get summary", "ai summary", "summarize", "zusammenfassung", "özet",
            ]
        ),
        (
            .contact, .label,
            [
                "media contact", "media contacts", "press contact", "press contacts", "media enquiries",
                "media inquiries",
                "media relations", "press enquiries", "for more information", "for further information", "contact",
                "contacts", "pressekontakt", "контакты для сми", "контакты для прессы", "basın iletişim",
                "contact presse",
            ]
        ),
        (
            .previous, .titled,
            [
                "previous article", "previous post", "previous story", "previous news", "previous", "prev", "prev post",
                "предыдущая статья", "предыдущая новость", "предыдущая запись", "предыдущий материал", "önceki haber",
                "önceki makale", "önceki yazı", "vorheriger artikel", "vorheriger beitrag", "مطلب قبلی", "خبر قبلی",
                "نوشته قبلی", "المقال السابق", "article précédent", "artículo anterior", "articolo precedente",
                "poprzedni artykuł", "matéria anterior",
            ]
        ),
        (
            .next, .titled,
            [
                "next article", "next post", "next story", "next news", "next", "следующая статья", "следующая новость",
                "следующая запись", "следующий материал", "sonraki haber", "sonraki makale", "sonraki yazı",
                "nächster artikel", "nächster beitrag", "مطلب بعدی", "خبر بعدی", "نوشته بعدی", "المقال التالي",
                "article suivant", "artículo siguiente", "articolo successivo", "następny artykuł", "próxima matéria",
            ]
        ),
        (.author, .label, ["author", "authors", "written by", "автор", "yazar", "autor", "نویسنده"]),
        (.source, .label, ["source", "sources", "источник", "kaynak", "quelle", "منبع"]),
    ]
}
