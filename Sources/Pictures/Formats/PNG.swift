import CPNG

/// Decodes a whole PNG file and turns the picture upright.
///
/// What a file says of its colours (gamma, profiles) is not applied to any kind of PNG: its numbers are taken for sRGB, as
/// nearly all software for drawings takes them.
///
/// It goes through libpng's simplified interface: the classic one reports errors by `setjmp`, which Swift cannot call.
func decodePNG(_ bytes: [UInt8], named name: String) throws -> Picture {
    let chunks = try PNGChunks(bytes, named: name)
    let file = chunks.withoutColors
    let upright = chunks.orientation
    // Some versions of libpng mix the rows of interlaced files up when they make 8 bits of 16. They give the 16 bits
    // faithfully, but as linear light.
    let isAffected = file.count > 28 && file[24] == 16 && file[28] == 1
    if isAffected {
        let (size, format, samples) = try readPNG(
            file, named: name, as: png_uint_32(PNG_FORMAT_FLAG_LINEAR), UInt16.self)
        return Picture(
            width: size.width, height: size.height, format: format,
            samples: format == .rgba ? straightened(samples) : samples.map { narrowed(Int($0)) }
        ).turned(upright: upright)
    }
    let (size, format, samples) = try readPNG(file, named: name, as: 0, UInt8.self)
    return Picture(width: size.width, height: size.height, format: format, samples: samples).turned(upright: upright)
}

/// What a PNG file holds; `depth` is libpng's flag for the type of the samples.
private func readPNG<Sample>(
    _ bytes: [UInt8], named name: String, as depth: png_uint_32, _: Sample.Type
) throws -> (size: Picture.Size, format: Picture.Format, samples: [Sample]) {
    let image = PNGImage()
    return try bytes.withUnsafeBytes { file in
        guard png_image_begin_read_from_memory(image.pointer, file.baseAddress, file.count) != 0 else {
            throw PictureError.damaged(name, .png, image.message)
        }
        let size = Picture.Size(width: Int(image.pointer.pointee.width), height: Int(image.pointer.pointee.height))
        guard size.pixels <= Picture.maximumPixels else { throw PictureError.tooLarge(name, size) }

        let format = Picture.Format(holding: image.pointer.pointee.format)
        image.pointer.pointee.format = format.pngFormat | depth
        // Otherwise 16-bit samples would be taken for linear light and converted to sRGB.
        if depth == 0 { image.pointer.pointee.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB) }
        let count = size.pixels * format.channels
        let samples = try [Sample](unsafeUninitializedCapacity: count) { buffer, filled in
            guard png_image_finish_read(image.pointer, nil, buffer.baseAddress, 0, nil) != 0 else {
                throw PictureError.damaged(name, .png, image.message)
            }
            filled = count
        }
        return (size, format, samples)
    }
}

/// 8 bits of 16, rounded.
private func narrowed(_ sample: Int) -> UInt8 {
    UInt8((sample * 255 + 32_767) / 65_535)
}

/// 8-bit samples of pixels whose 16-bit colours are multiplied with their opacity, which they are no more then.
private func straightened(_ samples: [UInt16]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: samples.count)
    for pixel in stride(from: 0, to: samples.count, by: 4) where samples[pixel + 3] > 0 {
        let alpha = Int(samples[pixel + 3])
        for channel in pixel..<pixel + 3 {
            result[channel] = UInt8(min(255, (Int(samples[channel]) * 255 + alpha / 2) / alpha))
        }
        result[pixel + 3] = narrowed(alpha)
    }
    return result
}

/// The bytes of a PNG file of the picture: 8 bits a sample, sRGB; the same picture gives the same bytes.
func encodePNG(_ picture: Picture, named name: String) throws -> [UInt8] {
    let image = PNGImage()
    image.pointer.pointee.width = png_uint_32(picture.width)
    image.pointer.pointee.height = png_uint_32(picture.height)
    image.pointer.pointee.format = picture.format.pngFormat
    // Room for samples that cannot be compressed, with a filter byte a row and the frames of zlib and the chunks.
    let uncompressed = picture.samples.count + picture.height
    let room = uncompressed + uncompressed / 256 + 4096
    return try [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        filled = room
        let isWritten = png_image_write_to_memory(
            image.pointer, buffer.baseAddress, &filled, 0, picture.samples, 0, nil)
        guard isWritten != 0 else {
            filled = 0
            throw PictureError(
                path: name, problem: "cannot be encoded as PNG: \(image.message)",
                remedy: "Check that the picture is not larger than PNG allows")
        }
    }
}

/// The state of libpng's simplified interface; it must stay at one address, for libpng keeps that.
private final class PNGImage {
    let pointer: UnsafeMutablePointer<png_image>

    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: png_image())
        pointer.pointee.version = png_uint_32(PNG_IMAGE_VERSION)
    }

    deinit {
        png_image_free(pointer)
        pointer.deallocate()
    }

    /// What libpng says is wrong.
    var message: String {
        withUnsafeBytes(of: pointer.pointee.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

extension Picture.Format {
    /// The format that holds all of libpng's `format`: grey with alpha becomes colour with alpha.
    fileprivate init(holding format: png_uint_32) {
        if format & png_uint_32(PNG_FORMAT_FLAG_ALPHA) != 0 {
            self = .rgba
        } else {
            self = format & png_uint_32(PNG_FORMAT_FLAG_COLOR) != 0 ? .rgb : .grey
        }
    }

    fileprivate var pngFormat: png_uint_32 {
        switch self {
        case .grey: 0
        case .rgb: png_uint_32(PNG_FORMAT_FLAG_COLOR)
        case .rgba: png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
        }
    }
}
