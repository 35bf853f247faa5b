import { Link } from '@tanstack/react-router';
import markUrl from '../theme/mark.svg';
import classes from './shell.module.css';

/** The mark and the name; leads home. */
export function Brand() {
  return (
    <Link to="/tasks" className={classes['brand']}>
      <img src={markUrl} alt="" width={24} height={24} />
      Taskhook
    </Link>
  );
}
