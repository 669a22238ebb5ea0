/// Mails and saved pages of the project's own making.
enum MailSamples {
    static let newsletter = """
        Return-Path: <news@courier.example>
        From: "Harbour Courier" <news@courier.example>
        Subject: =?utf-8?Q?Trade_caf=C3=A9_=E2=80?=
         =?utf-8?Q?=93_weekly?=
        Date: Mon, 23 Nov 2026 08:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8

        Plain text of it.
        --inner
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>Orvel opens a works in Batumi =E2=80=93 caf=C3=A9 pri=
        ces =3D up.</p></body></html>
        --inner--
        --outer
        Content-Type: text/html
        Content-Disposition: attachment; filename=a.html

        <p>Attached.</p>
        --outer--
        """

    static let plain = """
        From: a@x.example
        Message-ID: <1@x.example>
        Subject: =?windows-1251?B?x+Di7uQ=?=
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Первый абзац
        на двух строках.

        a < b

        --\u{20}
        Signed
        """

    static let savedPage = """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://x.example/news/1
        Subject: News
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----b"

        ------b
        Content-Type: text/html; charset="windows-1251"
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://x.example/news/1

        <html><body><p>=C6=F3=EA</p></body></html>

        ------b
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw==
        ------b--
        """

    static let mailbox = """
        From a@x.example Mon Nov 23 08:00:00 2026
        From: a@x.example
        Subject: First
        Message-ID: <1@x.example>

        Text of the first.

        >From here it goes on.

        From a@x.example Mon Nov 23 09:00:00 2026
        From: a@x.example
        Subject: Second
        Message-ID: <2@x.example>
        Content-Type: image/png

        x

        From a@x.example Mon Nov 23 10:00:00 2026
        From: a@x.example
        Subject: Third
        Message-ID: <3@x.example>

        Text of the third.
        """
}
