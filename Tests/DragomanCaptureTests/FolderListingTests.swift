import DragomanCapture
import DragomanText
import Glibc
import Testing

struct FolderListingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("Folders give their articles in the order of names, files stay as they are, none comes twice")
    func expands() throws {
        for name in ["b.html", "a.txt", "sub/deep/c.HTM", "sub/d.txt", "picture.png", ".hidden.txt", "noending"] {
            try folder.write("text".utf8, to: name)
        }
        let picture = folder.path + "/picture.png"
        let listing = try FolderListing([picture, folder.path, folder.path + "/", "-", folder.path + "/a.txt"])
        let expected = ["/picture.png", "/a.txt", "/b.html", "/sub/d.txt", "/sub/deep/c.HTM"].map { folder.path + $0 }
        #expect(listing.files == expected + ["-"])
        #expect(listing.skipped == 4)
    }

    @Test("A link back to a folder above is not followed, a link to a file is read")
    func links() throws {
        let file = try folder.write("text".utf8, to: "sub/a.txt")
        symlink(folder.path, folder.path + "/sub/loop")
        symlink(file, folder.path + "/link.txt")
        symlink(folder.path + "/nowhere", folder.path + "/dangling.txt")
        #expect(try FolderListing([folder.path]).files == ["/link.txt", "/sub/a.txt"].map { folder.path + $0 })
    }

    @Test func nothingThere() throws {
        #expect(throws: DragomanError.self) { try FolderListing([folder.path + "/none"]) }
        let error = #expect(throws: DragomanError.self) { try FolderListing([folder.path]) }
        #expect(error?.code == "F008")
        #expect(try FolderListing([]).files.isEmpty)
    }
}
