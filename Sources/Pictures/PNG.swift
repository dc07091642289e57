import CPNG

/// Decodes a whole PNG file.
///
/// It goes through libpng's simplified interface: the classic one reports errors by `setjmp`, which Swift cannot call.
func decodePNG(_ bytes: [UInt8], named name: String) throws -> Picture {
    let image = PNGImage()
    return try bytes.withUnsafeBytes { file in
        guard png_image_begin_read_from_memory(image.pointer, file.baseAddress, file.count) != 0 else {
            throw PictureError.damaged(name, .png, image.message)
        }
        let size = Picture.Size(width: Int(image.pointer.pointee.width), height: Int(image.pointer.pointee.height))
        guard size.pixels <= Picture.maximumPixels else { throw PictureError.tooLarge(name, size) }

        let format = Picture.Format(holding: image.pointer.pointee.format)
        image.pointer.pointee.format = format.pngFormat
        // Otherwise libpng takes 16-bit samples for linear light and 8-bit ones for sRGB.
        image.pointer.pointee.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
        let count = size.pixels * format.channels
        let samples = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard png_image_finish_read(image.pointer, nil, buffer.baseAddress, 0, nil) != 0 else {
                throw PictureError.damaged(name, .png, image.message)
            }
            filled = count
        }
        return Picture(width: size.width, height: size.height, format: format, samples: samples)
    }
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

/// The size in the header of a PNG file, if it is there.
func sizeInPNGHeader(_ bytes: [UInt8]) -> Picture.Size? {
    guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    return width > 0 && height > 0 ? Picture.Size(width: width, height: height) : nil
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
