// The Figures room.
