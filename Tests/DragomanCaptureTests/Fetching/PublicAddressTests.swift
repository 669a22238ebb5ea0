import Glibc
import Testing

@testable import DragomanCapture

/// Which numeric addresses count as public.
struct PublicAddressTests {
    private func isPublic(_ text: String) -> Bool? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            return bytes[..<4].withUnsafeBufferPointer {
                PublicAddress.contains(UnsafeBufferPointer(rebasing: $0[...]))
            }
        }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        return bytes.withUnsafeBufferPointer { PublicAddress.contains($0) }
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1",
        "2002:7f00:1::",
        "2002:c0a8:101::", "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1",
        "4000::1", "5f00::1",
    ])
    func inside(address: String) { #expect(isPublic(address) == false) }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::",
    ])
    func outside(address: String) { #expect(isPublic(address) == true) }

    @Test func wrongLength() {
        #expect([UInt8](repeating: 8, count: 5).withUnsafeBufferPointer { !PublicAddress.contains($0) })
        #expect(!PublicAddress.contains(UnsafeBufferPointer(start: nil, count: 0)))
    }
}
