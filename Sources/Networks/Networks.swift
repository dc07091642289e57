// The Networks room.
