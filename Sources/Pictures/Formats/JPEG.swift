import CTurboJPEG

/// Decodes a whole JPEG file and turns the picture upright; `remark` says what is wrong with the file and does no harm.
func decodeJPEG(_ original: [UInt8], named name: String) throws -> (picture: Picture, remark: String?) {
    let repaired = RepairedJPEG(original)
    let bytes = repaired.bytes
    var remark = repaired.remark
    guard let decoder = tjInitDecompress() else {
        throw PictureError(path: name, problem: "cannot be decoded: no memory is left", remedy: "Close something")
    }
    defer { tjDestroy(decoder) }
    func damage() -> PictureError { .damaged(name, .jpeg, String(cString: tjGetErrorStr2(decoder))) }

    var width: CInt = 0
    var height: CInt = 0
    var subsampling: CInt = -1
    var colorSpace: CInt = -1
    let result = tjDecompressHeader3(
        decoder, bytes, UInt(bytes.count), &width, &height, &subsampling, &colorSpace)
    // The result alone does not tell: rare subsamplings are refused here but decoded all the same, and a file that ends
    // before its picture begins is taken for one of tables only, which is fine to the library.
    guard width > 0, height > 0, colorSpace >= 0 else {
        throw result == 0 ? .damaged(name, .jpeg, "it holds no picture") : damage()
    }
    let size = Picture.Size(width: Int(width), height: Int(height))
    guard size.pixels <= Picture.maximumPixels else { throw PictureError.tooLarge(name, size) }

    let colors = TJCS(UInt32(colorSpace))
    let isInk = colors == TJCS_CMYK || colors == TJCS_YCCK
    let layout = isInk ? TJPF_CMYK : colors == TJCS_GRAY ? TJPF_GRAY : TJPF_RGB
    let count = size.pixels * (isInk ? 4 : colors == TJCS_GRAY ? 1 : 3)
    // A file that is cut short is a mere warning to the library, which fills the rest with grey.
    let flags = CInt(TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT)
    let samples = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        func decode(_ flags: CInt) -> CInt {
            tjDecompress2(
                decoder, bytes, UInt(bytes.count), buffer.baseAddress, width, 0, height, CInt(layout.rawValue), flags)
        }
        if decode(flags) != 0 {
            // Bytes between the last sample and the end of the picture belong to nothing. As it is the first warning, and
            // the last thing that is read, all samples are sound.
            let warning = String(cString: tjGetErrorStr2(decoder))
            guard warning.contains("extraneous bytes before marker 0xd9") else { throw damage() }
            _ = decode(flags & ~CInt(TJFLAG_STOPONWARNING))
            guard String(cString: tjGetErrorStr2(decoder)) == warning else { throw damage() }
            remark = "it has bytes that belong to nothing before its end"
        }
        filled = count
    }
    let picture = Picture(
        width: size.width, height: size.height, format: layout == TJPF_GRAY ? .grey : .rgb,
        samples: isInk ? rgb(fromInk: samples) : samples)
    return (picture.turned(upright: JPEGHeader(bytes).orientation), remark)
}

/// The bytes of a JPEG file of the picture, on white, in 8 bits; `quality` is from 1 to 100.
///
/// Colours are kept at full resolution: lines between areas of colour are what drawings are made of.
func encodeJPEG(_ picture: Picture, quality: Int, named name: String) throws -> [UInt8] {
    let picture = picture.onWhite()
    guard let encoder = tjInitCompress() else {
        throw PictureError(path: name, problem: "cannot be encoded: no memory is left", remedy: "Close something")
    }
    defer { tjDestroy(encoder) }
    let isGrey = picture.format == .grey
    var bytes: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(bytes) }
    let result = tjCompress2(
        encoder, picture.samples, CInt(picture.width), 0, CInt(picture.height),
        CInt((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue), &bytes, &count,
        CInt((isGrey ? TJSAMP_GRAY : TJSAMP_444).rawValue), CInt(quality), CInt(TJFLAG_ACCURATEDCT))
    guard result == 0, let bytes else {
        throw PictureError(
            path: name, problem: "cannot be encoded as JPEG: \(String(cString: tjGetErrorStr2(encoder)))",
            remedy: "JPEG allows sides of 65,500 pixels; write a PNG file instead")
    }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

/// Colours from ink, which JPEG files hold the way Adobe's programs began to: 255 is no ink.
private func rgb(fromInk samples: [UInt8]) -> [UInt8] {
    let pixels = samples.count / 4
    return [UInt8](unsafeUninitializedCapacity: pixels * 3) { rgb, filled in
        samples.withUnsafeBufferPointer { cmyk in
            for pixel in 0..<pixels {
                let black = Int(cmyk[pixel * 4 + 3])
                for channel in 0..<3 {
                    rgb[pixel * 3 + channel] = UInt8((Int(cmyk[pixel * 4 + channel]) * black + 127) / 255)
                }
            }
        }
        filled = pixels * 3
    }
}
