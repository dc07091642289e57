import Files

/// What is often given as weights and is something else, told by its first bytes.
enum OtherWeights {
    case webPage, gitLFSPointer, torchArchive, pickle, npyArray

    init?(beginning bytes: [UInt8]) {
        if Files.isWebPage(beginning: bytes) {
            self = .webPage
        } else if bytes.starts(with: Array("version https://git-lfs.".utf8)) {
            self = .gitLFSPointer
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .torchArchive
        } else if bytes.count > 1, bytes[0] == 0x80, (2...5).contains(bytes[1]) {
            self = .pickle
        } else if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) {
            self = .npyArray
        } else {
            return nil
        }
    }

    func error(_ path: String) -> FileError {
        let torch = "Save the weights again with safetensors.torch.save_file"
        let (problem, remedy) =
            switch self {
            case .webPage:
                ("is a web page, not weights", "Download the file itself, by its raw link")
            case .gitLFSPointer:
                ("is a pointer of Git LFS, not the weights", "Fetch the file that it stands for: git lfs pull")
            case .torchArchive:
                ("is a zip archive, as torch.save writes it", "\(torch); an archive of NumPy has to end in .npz")
            case .pickle: ("is a pickle, as older versions of torch.save wrote it", torch)
            case .npyArray:
                (
                    "is a single array of NumPy",
                    "Name the folder that holds one .npy file for each tensor, or an .npz file"
                )
            }
        return FileError(path: path, problem: problem, remedy: remedy)
    }
}
