"""What is asserted: claims, their values, and the tables that hold them."""
