"""The desk: where the person at this machine's keyboard adds articles and checks figures. Nobody else sees it."""
