"""What oops costs beside a bare Bolt app: `make bench`. Not collected by pytest; the numbers depend on the machine."""
