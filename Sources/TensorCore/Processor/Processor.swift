import Glibc

/// What the processor can do, as the system tells it.
enum Processor {
    /// The flags of the first processor, such as `avx2`; empty where the system does not list them.
    static let features: Set<Substring> = Set(field("flags", of: "/proc/cpuinfo")?.split(separator: " ") ?? [])

    /// The parts of AVX-512 that OpenBLAS's SkylakeX kernels use.
    static let hasAVX512 = ["avx512f", "avx512bw", "avx512dq", "avx512vl"].allSatisfy { features.contains($0) }

    /// The processors that this program may use: a container or `taskset` may allow fewer than the machine has.
    static let countAllowed: Int = {
        let mask = field("Cpus_allowed", of: "/proc/self/status") ?? ""
        let count = mask.compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
        return count > 0 ? count : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }()

    /// The value of the first line `name: value` of one of the system's files.
    private static func field(_ name: String, of path: String) -> Substring? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = fread(&bytes, 1, bytes.count, file)
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        return lines.first { $0.prefix { $0 != ":" && $0 != "\t" && $0 != " " } == name }?
            .drop { $0 != ":" }.dropFirst()
    }
}
