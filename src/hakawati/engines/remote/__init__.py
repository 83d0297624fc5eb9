"""What engines that ask other machines share: how often they ask, how long they try, and when they give up."""
