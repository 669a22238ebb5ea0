internal import Glibc
internal import Synchronization

/// Runs a program on bytes, within limits, without a shell.
struct BoundedProcess {
    /// Why there is no output.
    enum Failure: Error, Equatable {
        /// The program is not installed.
        case missing
        /// It took longer than allowed.
        case tooLong
        /// It printed more than allowed.
        case tooLarge
        /// It ended with this status, or could not be run.
        case failed(Int32)
    }

    /// The program's path and its arguments.
    let program: String
    let arguments: [String]
    /// Seconds by the clock; the processor time is limited to the same.
    var seconds = 20
    /// Bytes of address space.
    var memory = 1 << 30
    /// The most bytes of output.
    var output = 64 << 20

    /// What the program prints when it reads `input`.
    ///
    /// `prlimit` of util-linux sets the limits before the program begins. The program has no environment but a locale, no open
    /// files but its input and output, and cannot write files larger than its input.
    func run(_ input: [UInt8]) throws(Failure) -> [UInt8] {
        let limiter = "/usr/bin/prlimit"
        guard access(limiter, X_OK) == 0, access(program, X_OK) == 0 else { throw .missing }
        guard let file = tmpfile() else { throw .failed(errno) }
        defer { fclose(file) }
        guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0,
            lseek(fileno(file), 0, SEEK_SET) == 0
        else { throw .failed(errno) }
        let words =
            [
                limiter, "--as=\(memory)", "--cpu=\(seconds)", "--nofile=64", "--core=0",
                "--fsize=\(max(input.count, 1 << 20))", program,
            ] + arguments
        // One at a time, so that no process inherits another's pipe.
        let started = Self.starting.withLock { _ in
            Result { () throws(Failure) in try start(words, input: fileno(file)) }
        }
        let (child, descriptor) = try started.get()
        defer { close(descriptor) }
        let result = collect(from: descriptor)
        if case .failure = result { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let bytes = try result.get()
        guard status == 0 else { throw .failed(status) }
        return bytes
    }

    private static let starting = Mutex(())

    /// Starts the program; gives its process and where its output comes.
    private func start(_ words: [String], input: Int32) throws(Failure) -> (pid_t, Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .failed(errno) }
        defer { close(ends[1]) }
        for descriptor in ends + [input] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var pointers = words.map { strdup($0) } + [nil]
        var environment = [strdup("LC_ALL=C.UTF-8"), nil]
        defer {
            for pointer in pointers + environment { free(pointer) }
        }
        var child: pid_t = 0
        let code = posix_spawn(&child, words[0], &actions, nil, &pointers, &environment)
        guard code == 0 else {
            close(ends[0])
            throw .failed(code)
        }
        return (child, ends[0])
    }

    /// All that comes out, until it ends or a limit is reached.
    private func collect(from descriptor: Int32) -> Result<[UInt8], Failure> {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let left = ContinuousClock.now.duration(to: end).components.seconds
            guard left >= 0 else { return .failure(.tooLong) }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(left + 1) * 1000)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return .failure(ready == 0 ? .tooLong : .failed(errno)) }
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? .success(bytes) : .failure(.failed(errno)) }
            guard bytes.count + count <= output else { return .failure(.tooLarge) }
            bytes += buffer[..<count]
        }
    }
}
