### Was im Terminal steht.
