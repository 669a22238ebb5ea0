/// Feeds of the project's own making.
enum FeedSamples {
    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel>
          <title>Harbour Courier &#8211; Trade &amp; Industry</title>
          <atom:link href="https://courier.example/rss" rel="self" type="application/rss+xml"/>
          <link>https://courier.example/trade</link>
          <language>en-GB</language>
          <lastBuildDate>Mon, 23 Nov 2026 09:30:00 GMT</lastBuildDate>
          <image><title>Logo</title><link>https://courier.example/logo</link></image>
          <item>
            <title>Orvel &amp;amp; Sons to build lorries in Batumi</title>
            <link>https://courier.example/trade/orvel-batumi</link>
            <guid isPermaLink="false">courier-1041</guid>
            <dc:creator><![CDATA[Lena Marsh]]></dc:creator>
            <dc:creator>T. Okafor</dc:creator>
            <pubDate>Mon, 23 Nov 2026 12:05:00 +0300</pubDate>
            <category>Industry</category><category><![CDATA[Lorries]]></category>
            <description>&lt;p&gt;A short notice.&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p>BATUMI, Nov 23 (HC) - The lorry maker Orvel & Sons has signed an agreement with the port
              of Batumi to build a works for 4,000 lorries a year.</p><p>Work will begin in spring, the company said on Monday, and
              the first lorries are to leave the yard in 2028.</p>]]></content:encoded>
            <media:content url="https://img.example/lorry.jpg" medium="image"><media:title>A lorry</media:title></media:content>
          </item>
          <item>
            <title>Port fees rise</title>
            <guid>https://courier.example/trade/port-fees</guid>
            <author>ada@courier.example (Ada Penn)</author>
            <dc:date>2026-11-22</dc:date>
            <description>Fees & dues go up.</description>
          </item>
        </channel></rss>
        """

    static let rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://steel.example/rss"><title>Steel Notes</title><link>https://steel.example/</link>
            <items><rdf:Seq><rdf:li resource="https://steel.example/mill"/></rdf:Seq></items></channel>
          <item rdf:about="https://steel.example/mill"><title>Mill restarts</title><link>https://steel.example/mill</link>
            <description>The mill at Torv runs again.</description><dc:creator>R. Vance</dc:creator>
            <dc:date>2026-03-01T08:00+01:00</dc:date><dc:subject>steel</dc:subject></item>
        </rdf:RDF>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <title type="html">Rail &amp;lt;Weekly&amp;gt;</title>
          <link rel="self" href="https://rail.example/atom"/><link href="https://rail.example/"/>
          <updated>2026-05-05T10:00:00Z</updated>
          <entry>
            <title>Wagons &amp; more</title><id>tag:rail.example,2026:7</id>
            <link rel="edit" href="https://rail.example/edit"/>
            <link rel="alternate" type="text/html" href="https://rail.example/2026/wagons"/>
            <published>2026-05-04T10:00:00Z</published><updated>2026-05-05T10:00:00Z</updated>
            <author><name>Mina Sol</name><email>m@rail.example</email></author><author><name>J. Ark</name></author>
            <category term="stock" label="Rolling stock"/>
            <summary>Short &amp; plain</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The works will build <b>40</b> wagons.</p></div></content>
            <source><title>Elsewhere</title><updated>2020-01-01T00:00:00Z</updated></source>
          </entry>
        </feed>
        """

    static let json = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Yard Log", "home_page_url": "https://yard.example/",
         "items": [
          {"id": "1", "url": "https://yard.example/1", "title": "A launch", "content_html": "<p>Launched.</p>",
           "date_published": "2026-02-07T14:04:00-05:00", "authors": [{"name": "Ida Holm"}]},
          {"id": 7, "url": "https://yard.example/7", "content_text": "First <line>\\nSecond line"}, "no item"]}
        """

    static let opml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0"><head><title>Trade press</title></head><body>
          <outline text="Cars" title="Cars">
            <outline type="rss" text="Auto &amp; Trade" xmlUrl="https://auto.example/rss" htmlUrl="https://auto.example/"/>
            <outline text="Parts"><outline text="Bolts" xmlUrl="https://bolts.example/feed"/></outline>
          </outline>
          <outline text="Ports" xmlUrl="https://ports.example/rss"/>
        </body></opml>
        """

    static let newsSitemap = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
            xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc> https://courier.example/a?x=1&amp;y=2 </loc><lastmod>2026-11-23T10:00:00+00:00</lastmod>
            <news:news><news:publication><news:name>Harbour Courier</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-11-22</news:publication_date><news:title>Port fees &amp; dues</news:title></news:news>
            <image:image><image:loc>https://img.example/a.jpg</image:loc></image:image></url>
          <url><lastmod>2026-11-23</lastmod></url>
          <url><loc>https://courier.example/b</loc></url>
        </urlset>
        """
}
