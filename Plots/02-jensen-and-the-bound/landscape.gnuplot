# The bound for every Gaussian q
#
# Draw landscape.png and landscape.svg again, in this folder:  gnuplot landscape.gnuplot
# It needs landscape.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,440 font 'DejaVu Sans,11'
    set output 'landscape.png'
    call 'landscape.gnuplot' 'page'
    set terminal svg noenhanced size 800,440 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'landscape.svg'
    call 'landscape.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'The bound for every Gaussian q' font ',14'

# Panel 1: Bound, nats
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.909090909
set title 'Bound, nats' font ',13' textcolor rgb '#333333'
set xlabel 'µ of q' textcolor rgb '#333333'
set ylabel 'σ of q' textcolor rgb '#333333'
set xrange [-0.6:2.2]
set yrange [0.1:1.4]
set palette defined (0 '#250047', 1 '#242061', 2 '#1c3d73', 3 '#105880', 4 '#11728a', 5 '#298b90', 6 '#4aa394', 7 '#71ba94', 8 '#9ccf91', 9 '#cde28d', 10 '#fff19b') maxcolors 256
set cbrange [-6:-1.83884014]
set cbtics 1 format '%.0f'
set cblabel '' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
# The lines are found first and kept in $contours5.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete -4,-3,-2.5,-2
set table $contours5
splot 'landscape.dat' index 1 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set xtics 1 format '%.0f'
set ytics 0.2 format '%.1f'
unset grid
unset key
plot \
    'landscape.dat' index 0 nonuniform matrix using 1:2:3 with image notitle, \
    $contours5 using 1:2 with lines linewidth 1.4 linecolor rgb '#222222' notitle, \
    $contours5 using 1:2:3 every ::12::12 with labels font ',9' textcolor rgb '#222222' notitle, \
    'landscape.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle

# Panel 2: Slices
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.909090909
set title 'Slices' font ',13' textcolor rgb '#333333'
set xlabel 'µ of q' textcolor rgb '#333333'
set ylabel 'bound, nats' textcolor rgb '#333333'
set xrange [-0.6:2.2]
set yrange [-5.2:-1.6]
set arrow from graph 0, first -1.83884014 to graph 1, first -1.83884014 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#222222'
set label 'log p(x)' at graph 0.8292, graph 0.9695 left font ',9' textcolor rgb '#333333' front
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'landscape.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'σ half as large', \
    'landscape.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'σ of the posterior', \
    'landscape.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'σ twice as large'
unset multiplot
