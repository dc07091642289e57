// Faces with some of their variety taken away, for networks that are to learn within minutes.

extension Face {
    /// The face as it fills a detector's window.
    public var croppedByDetector: Face {
        var face = self
        face.background = .plain
        face.proportions.tilt = 0
        face.proportions.turn *= 0.5
        face.proportions.scale = 1.3
        face.proportions.offset = [0, 0]
        return face
    }

    /// The face upright in the middle of its sheet, nearly straight on, with its hair and shoulders, on one ground.
    public var centred: Face {
        var face = croppedByDetector
        face.proportions.scale = 1.12
        return face
    }

    /// The face as a bust on blank paper: all of its hair on the sheet and none of it tied, the eyes open and without glasses,
    /// straight on. What is left has one outline, along which it can be cut out.
    public var bust: Face {
        var face = self
        face.background = .paper
        face.proportions.scale = 1.12
        face.proportions.turn = 0
        face.eyewear = .none
        face.eyes = .open
        switch hairStyle {
        case .twinTails, .ponyTail, .sideTail, .braids, .halfUp: face.hairStyle = .longStraight
        case .lowTails, .twinBuns, .topBun, .ringlets: face.hairStyle = .bob
        default: break
        }
        return face
    }

    /// The face with nothing on its head, hair of one colour, both eyes showing, and painted flat: what is left is what a
    /// small network can learn within minutes. Hair, eyes, mouth, skin, clothes and glasses differ as before.
    public var plain: Face {
        var face = self
        face.accessory = .none
        face.dye = .none
        face.ahoge = .none
        face.shading = .flat
        if eyewear == .eyePatch { face.eyewear = .none }
        if fringe == .overOneEye { face.fringe = .sweptLeft }
        return face
    }
}
